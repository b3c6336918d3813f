// Reads the lists of the open investigation in the background, and finds out what waits.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "sanaq/investigation/waiting.h"
#include "sanaq/workspace/held.h"
#include "sanaq/workspace/names_now.h"
#include "sanaq/workspace/site_preview.h"

namespace sanaq::workspace {

// Any thread may call it. Only wait_a_moment() waits for what is read.
class Reader {
 public:
  Reader();
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // Forgets what it knew, and reads this one; "" reads none.
  void open(const std::string& folder);
  void read_again();
  // Waits until what is wanted was read, at most a second, so that whoever changed something sees
  // it on the next screen. Lists that take longer are not waited for.
  void wait_a_moment();
  // Decisions were entered, and nothing else: the count no longer knows them. Nothing is read.
  void note_decisions();
  // Decisions were entered or taken back, and nothing else: finds out whether the count knows those
  // that stand now. The lists are not read again for it.
  void look_at_decisions();
  [[nodiscard]] HeldNow held() const;
  [[nodiscard]] std::optional<base::Message> why_not_read() const;
  [[nodiscard]] std::optional<Reading> reading() const;
  [[nodiscard]] Behind behind() const;
  [[nodiscard]] std::optional<investigation::Waiting> waiting() const;
  [[nodiscard]] SitePreview site_preview();
  [[nodiscard]] NamesNow names() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace sanaq::workspace
