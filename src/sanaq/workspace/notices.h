// What was heard when the ledger was opened and must be shown to somebody before he goes on.
#pragma once
#include <mutex>
#include <string>
#include <vector>

#include "sanaq/desk/hears.h"
#include "sanaq/ledger/writer_options.h"

namespace sanaq::workspace {

struct Notice {
  std::vector<base::Message> founding;  // of an investigation that was founded
  std::string recovery_rows;            // for paper; "" without it
  std::vector<base::Message> first_time;
  std::vector<ledger::Unvouched> unvouched;  // chains that wait for a yes or a no
  std::vector<base::Message> said;           // what was put right
  int version = 0;                           // of what stands here
  [[nodiscard]] bool is_empty() const {
    return founding.empty() && first_time.empty() && unvouched.empty() && said.empty();
  }
};

// Any thread may call it. It lives in memory alone, but for a recovery code that nobody has written
// down (unread_founding.h).
class Notices : public desk::Hears {
 public:
  void hear(const base::Message& sentence) override;
  void hear_founding(const ledger::Founding& founding) override;
  void hear_first_time(const ledger::Writer& writer) override;
  void hear_unvouched(const std::vector<ledger::Unvouched>& chains);
  [[nodiscard]] Notice now() const;
  // What was shown as this version was read; what came since stays.
  void settle(int version);
  // Another investigation is open now: what was said of the one before is forgotten, and a recovery
  // code of this one that nobody has read yet is there again.
  void open(const std::string& folder);

 private:
  mutable std::mutex mutex_;
  Notice now_;
  std::string folder_;
};

}  // namespace sanaq::workspace
