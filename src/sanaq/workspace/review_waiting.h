// What waits for a person's eye now, without what was answered since the last count.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "sanaq/investigation/review_queue.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/workspace/held.h"

namespace sanaq::workspace {

using WaitingTasks = std::shared_ptr<const std::vector<investigation::ReviewTask>>;

// The decisions of a folder; both are empty where there is no ledger yet.
[[nodiscard]] std::vector<ledger::Decision> decisions_in_force_of(const std::string& folder);
[[nodiscard]] std::vector<ledger::Decision> decisions_entered_of(const std::string& folder);

// Returns the queue of `held`, which must have been linked, less the pairs on which a decision is
// in force. It is worked out once for the same lists and decisions. Any thread may call it.
[[nodiscard]] WaitingTasks review_waiting(const HeldNow& held, const std::string& folder);

}  // namespace sanaq::workspace
