// The queue that the steps leave in .sanaq/: queue.jsonl, with an index beside it, so that whoever
// asks the tasks one by one reads no more lines than are shown.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/investigation/task_queue.h"

namespace sanaq::investigation {

// Makes the queue of a linked outcome as it stands, and keeps it. `decisions` are those in force.
void keep_queue(const Outcome& outcome, const std::vector<ledger::Decision>& decisions, GainOf gain,
                base::Progress& progress);
// Returns the queue that was kept of steps with these keys; nullopt if there is none, or if it is
// not whole, which its size says. If `gain` is not given, one with the total is taken before one
// without.
[[nodiscard]] std::optional<TaskQueue> kept_queue(const std::string& folder, const StepKeys& keys,
                                                  std::optional<GainOf> gain = std::nullopt);
// Returns the queue that was kept last, whatever changed since: its tasks are known by identities,
// and those that a list still has can be asked. nullopt if there is none, or if it is not whole.
[[nodiscard]] std::optional<TaskQueue> last_queue(const std::string& folder);
// Returns true if the queue was kept with this gain, without reading it.
[[nodiscard]] bool has_queue(const std::string& folder, const StepKeys& keys, GainOf gain);

}  // namespace sanaq::investigation
