// What an earlier command that was killed left half-written in an investigation. What it left in the
// ledger itself, ledger::Writer puts right.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::investigation {

// Removes what is provably ours: by its name, by the place where it stands, and since its process
// has ended. What only looks so is left and named. Says both, with paths below the investigation
// (of the folder of keys: whole). Called where a command that writes begins.
[[nodiscard]] std::vector<base::Message> remove_leftovers(const std::string& folder);

}  // namespace sanaq::investigation
