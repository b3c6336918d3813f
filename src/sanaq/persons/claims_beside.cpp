#include "sanaq/persons/claims_beside.h"

#include <algorithm>

#include "sanaq/casefile/entities.h"
#include "sanaq/casefile/visibility.h"

namespace sanaq::persons {
namespace {

// Who says the number, or what it counts.
std::string sources_of(const casefile::View& view, const std::string& subject) {
  std::vector<std::string> sources;
  for (const char* property : {"what", "min", "max"}) {
    const casefile::Fact* fact = view.fact(subject, property);
    if (fact == nullptr) continue;
    for (const std::size_t at : fact->same) {
      const std::string& source = view.statements()[at].source;
      if (!source.empty() && std::find(sources.begin(), sources.end(), source) == sources.end())
        sources.push_back(source);
    }
  }
  std::string all;
  for (const std::string& source : sources) all += (all.empty() ? "" : "; ") + source;
  return all;
}

}  // namespace

casefile::ClaimScope claim_scope(const settings::Scope& scope) {
  return {scope.what, scope.places, scope.from, scope.to, ""};
}

std::vector<Claim> claims_of(const std::vector<casefile::Statement>& said,
                             const settings::Scope& scope) {
  std::vector<Claim> claims;
  const casefile::View view(said);
  const casefile::ClaimScope counted = claim_scope(scope);
  for (const casefile::Claim& one : casefile::entities_of(view).claims) {
    Claim claim{one, std::string(casefile::id_of(one.subject)), sources_of(view, one.subject)};
    claim.in_scope = casefile::differences(one, counted).empty();
    claim.visibility = view.strictest_visibility(one.subject);
    claims.push_back(std::move(claim));
  }
  return claims;
}

}  // namespace sanaq::persons
