#include "sanaq/workspace/review_waiting.h"

#include <algorithm>
#include <mutex>
#include <set>

#include "sanaq/base/files.h"
#include "sanaq/persons/decisions.h"

namespace sanaq::workspace {
namespace {

using Identities = std::set<std::string>;

// On which records somebody said more than that nobody can say.
std::set<Identities> records_decided(const std::vector<ledger::Decision>& decisions) {
  std::set<Identities> decided;
  for (const ledger::Decision& decision : decisions) {
    if (decision.verdict != ledger::Verdict::unsure)
      decided.emplace(decision.records.begin(), decision.records.end());
  }
  return decided;
}

std::vector<investigation::ReviewTask> still_open(const Held& held,
                                                  const std::vector<ledger::Decision>& decisions) {
  base::Progress silent;
  // In the order of the queue that every estimate keeps, which the screen shows.
  std::vector<investigation::ReviewTask> tasks = investigation::review_queue(
      held.outcome, decisions, silent, investigation::GainOf::persons_and_bound);
  const std::set<Identities> decided = records_decided(decisions);
  const std::vector<std::string>& identities = held.outcome.records.identities;
  const auto is_answered = [&](const investigation::ReviewTask& task) {
    if (task.kind == investigation::TaskKind::pair) {
      const std::string& left = identities[task.records[0]];
      const std::string& right = identities[task.records[1]];
      return decided.contains({left, right}) || decided.contains({left}) ||
             decided.contains({right});
    }
    return task.kind == investigation::TaskKind::unnamed &&
           decided.contains({identities[task.records[0]]});
  };
  tasks.erase(std::remove_if(tasks.begin(), tasks.end(), is_answered), tasks.end());
  return tasks;
}

// The newest queue and what it was made from.
struct Remembered {
  std::mutex mutex;
  HeldNow held;
  std::string decisions;
  WaitingTasks tasks;
};

Remembered& remembered() {
  static Remembered newest;
  return newest;
}

}  // namespace

std::vector<ledger::Decision> decisions_in_force_of(const std::string& folder) {
  if (!base::folder_exists(ledger::ledger_folder(folder))) return {};
  return ledger::decisions_in_force(folder);
}

std::vector<ledger::Decision> decisions_entered_of(const std::string& folder) {
  if (!base::folder_exists(ledger::ledger_folder(folder))) return {};
  return ledger::decisions_entered(folder);
}

WaitingTasks review_waiting(const HeldNow& held, const std::string& folder) {
  const std::vector<ledger::Decision> decisions = decisions_in_force_of(folder);
  const std::string digest = persons::decisions_digest(decisions);
  Remembered& newest = remembered();
  const std::lock_guard lock(newest.mutex);
  if (newest.held != held || newest.decisions != digest || !newest.tasks) {
    newest.tasks = std::make_shared<const std::vector<investigation::ReviewTask>>(
        still_open(*held, decisions));
    newest.held = held;
    newest.decisions = digest;
  }
  return newest.tasks;
}

}  // namespace sanaq::workspace
