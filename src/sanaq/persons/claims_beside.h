// Numbers that somebody asserted, and which of them may be set beside the count.
#pragma once
#include <string>
#include <vector>

#include "sanaq/casefile/claims.h"
#include "sanaq/casefile/entities.h"
#include "sanaq/settings/config.h"

namespace sanaq::persons {

// A claim of the case file, with what its page needs beside it.
struct Claim : casefile::Claim {
  std::string id;        // as its table or the ledger has it
  std::string source;    // of the number and of what it counts, separated by "; "
  bool in_scope = true;  // casefile::differences() has none; false: shown, not compared
  std::string visibility = "public";  // of the strictest of the statements that make it
};

// What the count counts, as casefile::differences() asks for it: of everybody, no group alone.
[[nodiscard]] casefile::ClaimScope claim_scope(const settings::Scope& scope);

// Those of the tables and those that the ledger makes, as they are shown first where several say
// something of one. Each is as visible as the strictest of the statements that make it: a number
// without what it counts, where and when, would be another claim.
[[nodiscard]] std::vector<Claim> claims_of(const std::vector<casefile::Statement>& said,
                                           const settings::Scope& scope);

}  // namespace sanaq::persons
