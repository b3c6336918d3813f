// Numbers that somebody asserted, and which of them may be set beside the count.
#pragma once
#include <vector>

#include "sanaq/casefile/claims.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

// What the count counts, as casefile::differences() asks for it: of everybody, no group alone.
[[nodiscard]] casefile::ClaimScope claim_scope(const Scope& scope);

// Those of the tables and those that the ledger makes, as they are shown first where several say
// something of one. Each is as visible as the strictest of the statements that make it: a number
// without what it counts, where and when, would be another claim.
[[nodiscard]] std::vector<Claim> claims_of(const std::vector<casefile::Said>& said,
                                           const Scope& scope);

}  // namespace sanaq::investigation
