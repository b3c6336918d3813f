// Every step that was done becomes a `run` entry of the ledger, every new version of a list or of
// another file that counts a `list` entry: with them anybody can repeat the count and compare.
#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include "sanaq/investigation/outcome.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::investigation {

// Called once at most, when there is something to enter.
using OpenLedger = std::function<ledger::Writer()>;

// Enters what was not entered before (`.sanaq/entered.json` remembers). What could not be entered,
// because `open` or the disk refused, stays unmarked and is entered the next time. The maps between
// a list's versions are kept here, each right before its entry: one that nobody entered is none
// that a later run goes on from. Gives how many entries were made.
std::int64_t enter_steps(const Outcome& outcome, const OpenLedger& open);

// The same, and the site that stands now, unless the newest publication of its place is the same.
std::int64_t enter_steps(const Outcome& outcome, const ledger::Publication& publication,
                         const OpenLedger& open);

// The run entry of one step.
[[nodiscard]] ledger::Run run_entry(const Outcome& outcome, const StepDone& step);

}  // namespace sanaq::investigation
