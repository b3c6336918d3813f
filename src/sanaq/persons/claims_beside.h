// Numbers that somebody asserted, and which of them may be shown beside the count.
#pragma once
#include <string>
#include <vector>

#include "sanaq/casefile/claims.h"
#include "sanaq/casefile/entities.h"
#include "sanaq/settings/config.h"

namespace sanaq::persons {

// A claim of the case file, with what its page also needs.
struct Claim : casefile::Claim {
  std::string id;        // as in its table or the ledger
  std::string source;    // of the number and of what it counts, separated by "; "
  bool in_scope = true;  // false if casefile::differences() finds any: it is shown, not compared
  std::string visibility = "public";  // that of the strictest of its statements
};

// Returns what the count counts, for casefile::differences(): everybody, not a single group.
[[nodiscard]] casefile::ClaimScope claim_scope(const settings::Scope& scope);

// Returns the claims of the tables and of the ledger; if several statements say something about
// one, the one that is shown first counts. Each claim is as visible as the strictest of its
// statements, since a number without what it counts, where and when, would be another claim.
[[nodiscard]] std::vector<Claim> claims_of(const std::vector<casefile::Statement>& said,
                                           const settings::Scope& scope);

}  // namespace sanaq::persons
