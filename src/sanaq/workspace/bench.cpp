#include "sanaq/workspace/bench.h"

#include <algorithm>
#include <mutex>

#include "sanaq/base/files.h"
#include "sanaq/investigation/leftovers.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/settings/config.h"
#include "sanaq/workspace/key_in_hand.h"
#include "sanaq/workspace/notices.h"
#include "sanaq/workspace/reader.h"
#include "sanaq/workspace/write_ledger.h"

namespace sanaq::workspace {

// The threads of the jobs and of the reader end before anything that they use is gone: what stands
// last is destroyed first.
struct Bench::Inside {
  mutable std::mutex mutex;
  std::string folder;
  KeyInHand key;
  Notices notices;
  std::mutex writing;
  LedgerAnswers answers;  // for this folder
  std::string founded;    // a folder of which it is known that it was founded
  Reader reader;
  Jobs jobs;

  explicit Inside(std::string program)
      : jobs(std::move(program), [this](const Job&) { reader.read_again(); }) {}
};

namespace {

// Whether what the next entry is signed with has a passphrase.
bool needs_passphrase(const std::string& folder) {
  const std::string here = base::absolute_path(folder);
  const std::vector<ledger::Key> keys = ledger::all_keys();
  return std::any_of(keys.begin(), keys.end(), [&](const ledger::Key& key) {
    return key.folder() == here && !key.is_retired() && key.has_passphrase();
  });
}

}  // namespace

Bench::Bench(std::string program) : inside_(std::make_unique<Inside>(std::move(program))) {}

Bench::~Bench() = default;

std::string Bench::folder() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->folder;
}

void Bench::open(const std::string& folder) {
  if (!folder.empty() &&
      !base::file_exists(base::join(folder, std::string(settings::settings_file))))
    throw base::Error(base::Kind::not_found, base::message("{}: this is no investigation", folder));
  inside_->jobs.open(folder);
  // What a server that was killed had left half-written.
  if (!folder.empty()) (void)investigation::remove_leftovers(folder);
  {
    const std::lock_guard lock(inside_->mutex);
    inside_->folder = folder;
  }
  inside_->key.forget();
  inside_->notices.open(folder);
  {
    const std::lock_guard writing(inside_->writing);
    inside_->answers = {};
  }
  inside_->reader.open(folder);
}

HeldNow Bench::held() const { return inside_->reader.held(); }
void Bench::read_again() {
  inside_->reader.read_again();
  inside_->reader.wait_a_moment();
}
void Bench::note_decisions() { inside_->reader.note_decisions(); }
void Bench::look_at_decisions() { inside_->reader.look_at_decisions(); }
std::optional<base::Message> Bench::why_not_read() const { return inside_->reader.why_not_read(); }
std::optional<Reading> Bench::reading() const { return inside_->reader.reading(); }
Behind Bench::behind() const { return inside_->reader.behind(); }
std::optional<investigation::Waiting> Bench::waiting() const { return inside_->reader.waiting(); }
SitePreview Bench::site_preview() { return inside_->reader.site_preview(); }
NamesNow Bench::names() const { return inside_->reader.names(); }
Jobs& Bench::jobs() { return inside_->jobs; }
KeyInHand& Bench::key() { return inside_->key; }

Job Bench::begin(const std::string& verb, const std::string& command,
                 const std::vector<std::string>& words) {
  JobOrder order{verb, {command, folder()}, inside_->key.passphrase()};
  order.words.insert(order.words.end(), words.begin(), words.end());
  if (!order.passphrase && needs_passphrase(folder()))
    throw NeedsPassphrase(base::Kind::usage,
                          base::message("the key that signs entries has a passphrase"));
  return inside_->jobs.begin(order);
}

Notices& Bench::notices() { return inside_->notices; }

bool Bench::is_to_be_founded() const {
  const std::string here = folder();
  const std::lock_guard lock(inside_->mutex);
  if (here.empty() || inside_->founded == here) return false;
  if (waits_for_founding(here)) return true;
  inside_->founded = here;
  return false;
}

void Bench::vouch(bool yes) {
  const std::lock_guard lock(inside_->writing);
  LedgerAnswers answers = inside_->answers;
  answers.vouches = yes;
  write_ledger(folder(), inside_->key, inside_->notices, answers, [](ledger::Writer&) {});
}

void Bench::answer_own_end(bool is_own) {
  const std::lock_guard lock(inside_->writing);
  inside_->answers.own_end = is_own;
}

void Bench::write(const std::function<void(ledger::Writer&)>& act) {
  const std::lock_guard lock(inside_->writing);
  write_ledger(folder(), inside_->key, inside_->notices, inside_->answers, act);
}

}  // namespace sanaq::workspace
