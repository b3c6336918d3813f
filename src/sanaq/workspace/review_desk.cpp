#include "sanaq/workspace/review_desk.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <unordered_set>
#include <utility>

#include "sanaq/base/file_stamp.h"
#include "sanaq/base/files.h"
#include "sanaq/base/progress.h"
#include "sanaq/investigation/kept_queue.h"
#include "sanaq/investigation/review_queue.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/persons/decisions.h"

namespace sanaq::workspace {
namespace {

using investigation::NextTask;
using investigation::QueueTask;
using investigation::Reviewer;
using investigation::TaskQueue;
using ledger::Decision;
using Names = std::vector<std::string>;

constexpr std::size_t tasks_remembered = 5000;
constexpr std::size_t looked_ahead = 64;

std::string joined_names(Names names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string all;
  for (const std::string& name : names) all += name + " ";
  return all;
}

// Of several decisions on the same records the last one counts.
std::vector<Decision> last_of_each(const std::vector<Decision>& standing) {
  std::unordered_map<std::string, std::size_t> last;
  for (std::size_t at = 0; at < standing.size(); ++at)
    last[joined_names(standing[at].records)] = at;
  std::vector<Decision> in_force;
  for (std::size_t at = 0; at < standing.size(); ++at) {
    if (last.at(joined_names(standing[at].records)) == at) in_force.push_back(standing[at]);
  }
  return in_force;
}

// What was in doubt at the last count, where that is no longer how things stand: those tasks whose
// records are still there.
TaskQueue last_queue_for(const investigation::RecordsToday& today, const std::string& folder) {
  auto last = investigation::last_queue(folder);
  if (!last) return std::vector<QueueTask>();
  last->leave_out_unless([&today](const QueueTask& task) {
    return task.kind == investigation::QueueKind::setback ||
           std::all_of(task.records.begin(), task.records.end(),
                       [&](const std::string& record) { return today.find(record).has_value(); });
  });
  return std::move(*last);
}

TaskQueue queue_for(const Held& held, const investigation::RecordsToday& today,
                    const std::string& folder) {
  if (held.reach < Reach::linked) return last_queue_for(today, folder);
  if (auto kept = investigation::kept_queue(folder, held.outcome.keys)) return std::move(*kept);
  std::vector<Decision> decisions;
  if (base::folder_exists(ledger::ledger_folder(folder)))
    decisions = ledger::decisions_in_force(folder);
  base::Progress silent;
  return investigation::queue_of(
      held.outcome,
      investigation::grouped(held.outcome, decisions,
                             investigation::review_queue(held.outcome, decisions, silent,
                                                         investigation::GainOf::persons)));
}

// What the disk says of the ledger without reading it.
using Stamps = std::vector<std::pair<std::string, std::optional<base::FileStamp>>>;

Stamps ledger_stamps(const std::string& folder) {
  Stamps stamps;
  for (const ledger::ChainFile& file : ledger::chain_files(folder)) {
    for (const std::string& path : {file.chain_path, file.bodies_path, file.unfinished_path})
      stamps.emplace_back(path, base::file_stamp(path));
  }
  return stamps;
}

Reviewer reviewer_here(const std::string& folder) {
  Names writers;
  for (const ledger::ChainFile& file : ledger::chain_files(folder)) writers.push_back(file.writer);
  const auto key = ledger::find_key(folder, writers);
  return key ? Reviewer{key->writer(), key->name()} : Reviewer{};
}

// Of the investigation that is open; anything of another one is forgotten.
struct Kept {
  std::mutex mutex;
  std::string folder;
  HeldNow held;
  std::shared_ptr<const ReviewDesk> desk;
  Stamps stamps;
  DecisionsNow standing;
  Reviewer who;
  std::deque<NextTask> shown;  // the newest last
  std::vector<Names> skipped;
  std::optional<bool> has_new_answers;  // of `standing` and `held`

  void open(const std::string& wanted) {
    if (folder == wanted) return;
    folder = wanted;
    held = nullptr;
    desk = nullptr;
    standing = nullptr;
    stamps.clear();
    shown.clear();
    skipped.clear();
  }
  void read_ledger() {
    Stamps now = ledger_stamps(folder);
    if (standing && stamps == now) return;
    std::vector<Decision> decisions;
    if (base::folder_exists(ledger::ledger_folder(folder)))
      decisions = ledger::decisions_standing(folder);
    standing = std::make_shared<const std::vector<Decision>>(std::move(decisions));
    who = reviewer_here(folder);
    has_new_answers.reset();
    stamps = std::move(now);
  }
};

Kept& kept_desk() {
  static Kept one;
  return one;
}

ReviewNow look(Bench& bench, const ledger::Writer* writer) {
  Kept& kept = kept_desk();
  const HeldNow held = bench.held();
  const std::lock_guard lock(kept.mutex);
  kept.open(bench.folder());
  if (kept.held != held) {
    kept.desk = held ? std::make_shared<const ReviewDesk>(held, kept.folder) : nullptr;
    kept.held = held;
    kept.has_new_answers.reset();
  }
  kept.read_ledger();
  if (writer != nullptr) kept.who = {writer->id(), writer->key().name()};
  return {kept.folder, kept.held, kept.desk, kept.standing, kept.who, bench.behind()};
}

const NextTask* remembered_task(const Kept& kept, const std::string& id) {
  const auto found = std::find_if(kept.shown.rbegin(), kept.shown.rend(),
                                  [&](const NextTask& task) { return task.id == id; });
  return found == kept.shown.rend() ? nullptr : &*found;
}

std::vector<NextTask> next_of(const ReviewNow& now, std::size_t count,
                              const std::vector<Names>& skipped) {
  if (!now.desk) return {};
  return investigation::next_tasks(now.desk->queue, *now.standing, now.who,
                                   now.desk->outcome().config.link.seed, count, skipped);
}

}  // namespace

ReviewDesk::ReviewDesk(HeldNow held, const std::string& folder)
    : held_(std::move(held)),
      today(held_->outcome),
      words(held_->outcome.records),
      queue(queue_for(*held_, today, folder)) {}

std::optional<ReviewDesk::Weight> ReviewDesk::weight(std::uint32_t one, std::uint32_t other) const {
  const auto key = std::minmax(one, other);
  const std::vector<link::Pair>& pairs = held_->outcome.link.pairs;
  const auto found = std::lower_bound(
      pairs.begin(), pairs.end(), key, [](const link::Pair& pair, const auto& wanted) {
        return std::pair(pair.left, pair.right) < std::pair(wanted.first, wanted.second);
      });
  const bool is_known = found != pairs.end() && found->left == key.first &&
                        found->right == key.second && found->probability >= 0.01 &&
                        found->probability <= 0.99;
  return is_known ? std::optional(Weight{found->probability, found->weight_bits}) : std::nullopt;
}

std::int64_t ReviewDesk::left(const std::vector<Decision>& standing, const Reviewer& who) const {
  std::unordered_set<std::string> answered;
  const auto note = [&](const Names& records) {
    std::string name = joined_names(records);
    if (!answered.contains(name) && queue.has(records)) answered.insert(std::move(name));
  };
  for (const Decision& decision : standing) note(decision.records);
  for (const investigation::AnsweredTask& task : investigation::tasks_answered(standing, who))
    note(task.records);
  return static_cast<std::int64_t>(queue.distinct() - answered.size());
}

ReviewNow review_now(Bench& bench) { return look(bench, nullptr); }

ReviewNow review_now(Bench& bench, const ledger::Writer& writer) { return look(bench, &writer); }

void keep_entered(const ReviewNow& now, const ledger::Writer& writer,
                  const std::vector<Decision>& entered) {
  Kept& kept = kept_desk();
  const std::lock_guard lock(kept.mutex);
  if (kept.folder != now.folder || kept.standing != now.standing) return;
  auto all = std::make_shared<std::vector<Decision>>(*now.standing);
  all->insert(all->end(), entered.begin(), entered.end());
  kept.standing = std::move(all);
  kept.who = {writer.id(), writer.key().name()};
  kept.stamps = ledger_stamps(kept.folder);
  kept.has_new_answers = true;
}

std::vector<NextTask> tasks_to_show(const ReviewNow& now, std::size_t count) {
  std::vector<Names> skipped;
  Kept& kept = kept_desk();
  {
    const std::lock_guard lock(kept.mutex);
    skipped = kept.skipped;
  }
  std::vector<NextTask> tasks = next_of(now, count, skipped);
  const std::lock_guard lock(kept.mutex);
  for (const NextTask& task : tasks) {
    if (remembered_task(kept, task.id) == nullptr) kept.shown.push_back(task);
  }
  while (kept.shown.size() > tasks_remembered) kept.shown.pop_front();
  return tasks;
}

std::optional<NextTask> shown_task(const ReviewNow& now, const std::string& id) {
  Kept& kept = kept_desk();
  {
    const std::lock_guard lock(kept.mutex);
    if (const NextTask* task = remembered_task(kept, id)) return *task;
  }
  for (NextTask& task : next_of(now, looked_ahead, {})) {
    if (task.id == id) return std::move(task);
  }
  return std::nullopt;
}

void skip_task(const ReviewNow& now, const NextTask& task) {
  Kept& kept = kept_desk();
  const std::lock_guard lock(kept.mutex);
  if (kept.folder == now.folder) kept.skipped.push_back(task.task.records);
}

void show_skipped_again(const ReviewNow& now) {
  Kept& kept = kept_desk();
  const std::lock_guard lock(kept.mutex);
  if (kept.folder == now.folder) kept.skipped.clear();
}

std::size_t skipped_count(const ReviewNow& now) {
  Kept& kept = kept_desk();
  const std::lock_guard lock(kept.mutex);
  return kept.folder == now.folder ? kept.skipped.size() : 0;
}

bool has_answers_since_count(const ReviewNow& now) {
  if (!now.held) return false;
  Kept& kept = kept_desk();
  const auto is_kept = [&] { return kept.standing == now.standing && kept.held == now.held; };
  {
    const std::lock_guard lock(kept.mutex);
    if (is_kept() && kept.has_new_answers) return *kept.has_new_answers;
  }
  std::string counted;
  for (const auto& [name, digest] : now.held->outcome.provenance.inputs) {
    if (name == "decisions") counted = digest;
  }
  const bool has_new = persons::decisions_digest(last_of_each(*now.standing)) != counted;
  const std::lock_guard lock(kept.mutex);
  if (is_kept()) kept.has_new_answers = has_new;
  return has_new;
}

}  // namespace sanaq::workspace
