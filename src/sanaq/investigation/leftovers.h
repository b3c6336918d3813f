// What a killed command left half-written in an investigation. What it left in the ledger itself is
// repaired by ledger::Writer.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::investigation {

// Removes what is provably ours: by its name, its place, and because its process has ended. What
// only looks so is left and named. Returns messages about both, with paths below the investigation
// (whole paths in the folder of keys). Every command that writes calls it first.
[[nodiscard]] std::vector<base::Message> remove_leftovers(const std::string& folder);

}  // namespace sanaq::investigation
