#include "sanaq/workspace/notices.h"

#include "sanaq/desk/founding_words.h"
#include "sanaq/workspace/unread_founding.h"

namespace sanaq::workspace {

void Notices::hear(const base::Message& sentence) {
  const std::lock_guard lock(mutex_);
  now_.said.push_back(sentence);
  ++now_.version;
}

void Notices::hear_founding(const ledger::Founding& founding) {
  const std::lock_guard lock(mutex_);
  const bool is_kept = !folder_.empty() && keep_unread(folder_, founding);
  now_.founding = desk::founding_sentences(
      founding, is_kept ? desk::CodeKept::until_confirmed : desk::CodeKept::nowhere);
  now_.recovery_rows = desk::recovery_rows(founding);
  ++now_.version;
}

void Notices::hear_first_time(const ledger::Writer& writer) {
  const std::lock_guard lock(mutex_);
  now_.first_time = desk::first_time_sentences(writer);
  ++now_.version;
}

void Notices::hear_unvouched(const std::vector<ledger::Unvouched>& chains) {
  const std::lock_guard lock(mutex_);
  if (now_.unvouched == chains) return;
  now_.unvouched = chains;
  ++now_.version;
}

Notice Notices::now() const {
  const std::lock_guard lock(mutex_);
  return now_;
}

void Notices::settle(int version) {
  const std::lock_guard lock(mutex_);
  if (now_.version != version) return;
  if (!now_.recovery_rows.empty() && !folder_.empty()) forget_unread(folder_);
  now_ = {{}, {}, {}, {}, {}, version};
}

void Notices::open(const std::string& folder) {
  {
    const std::lock_guard lock(mutex_);
    folder_ = folder;
    now_ = {{}, {}, {}, {}, {}, now_.version + 1};
  }
  if (folder.empty()) return;
  if (const auto founding = unread_founding(folder)) hear_founding(*founding);
}

}  // namespace sanaq::workspace
