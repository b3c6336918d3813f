// Files other than lists that a result is made from; each is kept by its hash and entered in the
// ledger, as lists are.
#pragma once
#include <vector>

#include "sanaq/investigation/outcome.h"
#include "sanaq/ledger/list_versions.h"

namespace sanaq::investigation {

// Returns the settings, the tables of the case file, the vocabulary and whatever else the count has
// read, each with its hash in this run, in the order in which they were hashed.
[[nodiscard]] std::vector<ledger::TableVersion> table_versions(const Outcome& outcome);

}  // namespace sanaq::investigation
