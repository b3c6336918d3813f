#include "sanaq/workspace/bench.h"

#include <atomic>
#include <mutex>
#include <thread>

#include "sanaq/investigation/investigation.h"
#include "sanaq/workspace/key_in_hand.h"
#include "sanaq/workspace/notices.h"
#include "sanaq/workspace/write_ledger.h"

namespace sanaq::workspace {

// The thread that reads is joined before anything that it uses is gone.
struct Bench::Inside {
  std::string program;
  mutable std::mutex mutex;
  std::string folder;
  HeldNow held;
  std::optional<base::Message> why_not_read;
  KeyInHand key;
  Notices notices;
  std::mutex writing;
  LedgerAnswers answers;  // for this folder
  std::thread reading;
  std::atomic<bool> is_stopping = false;
};

namespace {

class StoppedBy : public base::Progress {
 public:
  explicit StoppedBy(const std::atomic<bool>& stop) : stop_(stop) {}
  [[nodiscard]] bool stop_requested() const override { return stop_; }

 private:
  const std::atomic<bool>& stop_;
};

HeldNow read_everything(const std::string& folder, base::Progress& progress) {
  const base::Catalog catalog;
  auto held = std::make_shared<Held>();
  held->outcome = investigation::ingest_lists(folder, {progress, catalog});
  held->reach = Reach::ingested;
  return held;
}

}  // namespace

Bench::Bench(std::string program) : inside_(std::make_unique<Inside>()) {
  inside_->program = std::move(program);
}

Bench::~Bench() {
  inside_->is_stopping = true;
  if (inside_->reading.joinable()) inside_->reading.join();
}

std::string Bench::folder() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->folder;
}

void Bench::open(const std::string& folder) {
  {
    const std::lock_guard lock(inside_->mutex);
    inside_->folder = folder;
    inside_->held = nullptr;
  }
  inside_->key.forget();
  inside_->notices.forget();
  {
    const std::lock_guard writing(inside_->writing);
    inside_->answers = {};
  }
  read_again();
}

HeldNow Bench::held() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->held;
}

void Bench::read_again() {
  if (inside_->reading.joinable()) inside_->reading.join();
  inside_->reading = std::thread([this, folder = folder()] {
    StoppedBy progress(inside_->is_stopping);
    HeldNow held;
    std::optional<base::Message> why_not;
    try {
      held = read_everything(folder, progress);
    } catch (const base::Error& error) {
      why_not = error.message();
    }
    const std::lock_guard lock(inside_->mutex);
    inside_->why_not_read = why_not;
    if (held) inside_->held = held;
  });
}

std::optional<base::Message> Bench::why_not_read() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->why_not_read;
}

KeyInHand& Bench::key() { return inside_->key; }

Notices& Bench::notices() { return inside_->notices; }

bool Bench::is_to_be_founded() const {
  const std::string here = folder();
  return !here.empty() && waits_for_founding(here);
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
