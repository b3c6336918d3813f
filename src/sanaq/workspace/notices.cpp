#include "sanaq/workspace/notices.h"

#include "sanaq/desk/founding_words.h"

namespace sanaq::workspace {

void Notices::hear(const base::Message& sentence) {
  const std::lock_guard lock(mutex_);
  now_.said.push_back(sentence);
  ++now_.version;
}

void Notices::hear_founding(const ledger::Founding& founding) {
  const std::lock_guard lock(mutex_);
  now_.founding = desk::founding_sentences(founding);
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
  if (now_.version == version) now_ = {{}, {}, {}, {}, {}, version};
}

void Notices::forget() {
  const std::lock_guard lock(mutex_);
  now_ = {{}, {}, {}, {}, {}, now_.version + 1};
}

}  // namespace sanaq::workspace
