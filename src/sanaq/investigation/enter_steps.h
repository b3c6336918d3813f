// Enters every finished step as a `run` entry of the ledger, and every new version of a list or of
// another file that counts as a `list` entry. With these anybody can repeat the count and compare.
#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include "sanaq/investigation/outcome.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::investigation {

// Opens the ledger. It is called at most once, when there is something to enter.
using OpenLedger = std::function<ledger::Writer()>;

// Enters what was not entered before (`.sanaq/entered.json` remembers it), and returns the number
// of entries made. What could not be entered, because `open` or the disk refused, stays unmarked
// and is entered the next time. The map between a list's versions is written right before its
// entry; a later run never continues from a map that was not entered.
std::int64_t enter_steps(const Outcome& outcome, const OpenLedger& open);

// Does the same and enters the site as it is now, unless the newest publication of its place is
// equal.
std::int64_t enter_steps(const Outcome& outcome, const ledger::Publication& publication,
                         const OpenLedger& open);

// Returns the run entry of one step.
[[nodiscard]] ledger::Run run_entry(const Outcome& outcome, const StepDone& step);

}  // namespace sanaq::investigation
