// What of an investigation is up to date, without doing any step: for callers that show it while
// people go on changing it.
#pragma once
#include <string>

#include "sanaq/investigation/caller.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

struct WhatStands {
  Outcome outcome;  // the lists, read anew; of linking and the number what is up to date
  // Whether these lists, read in this way, are those that were ingested last.
  bool is_ingested = false;
  bool is_linked = false;     // the outcome has the register, bound by decisions
  bool is_estimated = false;  // it has the number too
};

// Reads the lists and writes nothing. Throws what ingest_lists() throws.
[[nodiscard]] WhatStands what_stands(const std::string& folder, const Caller& caller);

// Returns what a run would be made from now, and the keys of its steps, from hashes of the files:
// no list is read. Throws the same for settings that cannot be used.
[[nodiscard]] RunRecord known_now(const std::string& folder, const Caller& caller);

}  // namespace sanaq::investigation
