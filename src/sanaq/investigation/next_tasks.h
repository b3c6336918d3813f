// Which tasks of the queue a person is shown next.
//
// Nearly all come in the order of the queue. In each twenty one is drawn at random from those that
// wait, and in each fifty one is shown again that the same person answered before: from these alone
// it can be said how often the reviewer and the threshold agree (agreement.h), since those that
// gain most are no fair sample.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/investigation/task_queue.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::investigation {

// Who answers: the key that signs, and the name under which it is entered.
struct Reviewer {
  std::string writer, by;
  bool operator==(const Reviewer&) const = default;
};
[[nodiscard]] bool is_by(const ledger::Decision& decision, const Reviewer& who);

// One task as one person answered it: all its entries together, in their order.
struct AnsweredTask {
  std::string task, chosen, held;    // as in ledger::HowAsked
  std::vector<std::string> records;  // the identities that its entries name; sorted
  std::vector<const ledger::Decision*> entries;
};
// Returns them in the order in which they were answered. `standing` is ledger::decisions_standing()
// and must outlive the result.
[[nodiscard]] std::vector<AnsweredTask> tasks_answered(
    const std::vector<ledger::Decision>& standing, const Reviewer& who);

struct NextTask {
  QueueTask task;
  std::string id;      // 32 hex digits: of this showing; it is entered with the answer
  std::string chosen;  // "gain", "random" or "again"
  // Of the task's records those of which something is still to be said: of a group of which a part
  // was answered, the rest; otherwise all.
  std::vector<std::string> open;
};

// Returns the next `count` tasks, or fewer if fewer wait. The same queue, decisions, person and
// seed (that of the investigation) give the same tasks, and the task after the next is still the
// next one when that is answered. Left out are tasks that decisions in force have settled, those of
// which this person was unsure, and `skipped`, each the records of a task as the queue has them;
// those of which others were unsure come last.
[[nodiscard]] std::vector<NextTask> next_tasks(
    const TaskQueue& queue, const std::vector<ledger::Decision>& standing, const Reviewer& who,
    std::uint64_t seed, std::size_t count,
    const std::vector<std::vector<std::string>>& skipped = {});

}  // namespace sanaq::investigation
