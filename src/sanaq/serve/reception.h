// All that a public server has: its site, its spool, and what it remembers in memory alone.
#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "sanaq/base/file_stamp.h"
#include "sanaq/intake/envelope.h"
#include "sanaq/intake/guard.h"
#include "sanaq/intake/limits.h"
#include "sanaq/intake/receipt_words.h"
#include "sanaq/intake/spool.h"
#include "sanaq/serve/arrivals.h"
#include "sanaq/serve/day_counts.h"
#include "sanaq/serve/server_pages.h"

namespace sanaq::serve {

struct ReceptionOptions {
  std::string site, spool;          // folders
  bool has_limits = true;           // of comments an hour; without them for measurements
  std::function<double()> seconds;  // that never go back
  std::function<intake::DiskRoom()> disk_room;  // of the spool's disk
};

class Reception {
 public:
  // Throws what ServerPages and Spool throw.
  explicit Reception(ReceptionOptions options);

  // Those of the site as it was published last, once keep_house() has seen it.
  [[nodiscard]] std::shared_ptr<const ServerPages> pages() const;
  // Reads a site that was published meanwhile, and removes from the spool what was collected. To be
  // called now and then. A site or a spool that cannot be read leaves all as it is.
  void keep_house();

  [[nodiscard]] double now() const { return options_.seconds(); }
  [[nodiscard]] bool has_room(intake::Coming coming) const;
  // Seals it and puts it onto the disk. Throws Error{io}.
  void keep(const intake::Content& content);

  [[nodiscard]] const std::string& site() const { return options_.site; }
  [[nodiscard]] const std::string& spool_folder() const { return options_.spool; }
  intake::Spool& spool() { return spool_; }

  intake::Guard guard;
  intake::CommentLimit limit;
  intake::ReceiptTokens tokens;
  Arrivals arrivals;
  DayCounts counts;
  std::atomic<int> uploads = 0;  // that come now

 private:
  ReceptionOptions options_;
  mutable std::mutex alone_;
  std::shared_ptr<const ServerPages> pages_;
  std::optional<base::FileStamp> mark_;  // of the site whose pages these are
  intake::Spool spool_;                  // made only where the site can be served
};

}  // namespace sanaq::serve
