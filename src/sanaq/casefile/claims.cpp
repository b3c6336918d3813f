#include "sanaq/casefile/claims.h"

#include "sanaq/casefile/places.h"
#include "sanaq/text/fold.h"

namespace sanaq::casefile {
namespace {

using base::message;

bool is_in_period(const ClaimScope& scope, const Claim& claim) {
  const auto from = record::from_edtf(claim.from), to = record::from_edtf(claim.to);
  const auto& first = from ? from : to;
  const auto& last = to ? to : from;
  if (!first) return true;
  const bool begins_before =
      scope.from && !first->approximate && first->last_day < scope.from->first_day;
  const bool ends_after = scope.to && !last->approximate && last->first_day > scope.to->last_day;
  return !begins_before && !ends_after;
}

base::Message other_period(const Claim& claim) {
  if (claim.from.empty() || claim.to.empty() || claim.from == claim.to)
    return message("another period: {}", claim.from.empty() ? claim.to : claim.from);
  return message("another period: {} to {}", claim.from, claim.to);
}

}  // namespace

std::vector<base::Message> differences(const Claim& claim, const ClaimScope& scope) {
  std::vector<base::Message> all;
  if (claim.min && claim.max && *claim.max < *claim.min)
    all.push_back(message("its least number, {}, is above its most, {}", *claim.min, *claim.max));
  if (!scope.what.empty() && !claim.what.empty() &&
      text::fold(claim.what) != text::fold(scope.what))
    all.push_back(message("counts something else: {}", claim.what));
  if (!claim.place.empty() && !is_among_places(plain_places(scope.places), claim.place))
    all.push_back(message("another place: {}", claim.place));
  if (!is_in_period(scope, claim)) all.push_back(other_period(claim));
  if (text::fold(claim.group) != text::fold(scope.group))
    all.push_back(claim.group.empty() ? message("not of this group alone")
                                      : message("one group: {}", claim.group));
  return all;
}

std::vector<ComparedClaim> compare_claims(const std::vector<Claim>& claims,
                                          const ClaimScope& scope) {
  std::vector<ComparedClaim> all;
  for (const Claim& claim : claims) all.push_back({&claim, differences(claim, scope)});
  return all;
}

}  // namespace sanaq::casefile
