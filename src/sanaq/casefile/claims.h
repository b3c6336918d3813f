// Which asserted numbers are about the same thing, and may be compared, and which are not.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/casefile/entities.h"

namespace sanaq::casefile {

// What a number counts. An empty member limits nothing.
struct ClaimScope {
  std::string what;                 // if it is empty, anything is meant
  std::vector<std::string> places;  // a claim's place must contain one of them
  std::optional<PartialDate> from, to;
  std::string group;
};

struct ComparedClaim {
  const Claim* claim = nullptr;
  std::vector<base::Message> differs;  // differences()
};

// Returns how a claim differs from a scope; if the result is empty, the two may be compared. This
// is the one rule of what may be shown beside a number: the front page, `ask claims` and every page
// of a claim follow it. What a claim does not say is unknown, and so is an approximate day; neither
// is a difference. But a claim about a group is not about everybody, and a claim whose minimum is
// above its maximum states no number.
[[nodiscard]] std::vector<base::Message> differences(const Claim& claim, const ClaimScope& scope);

// Returns the claims in the order in which they are given, each with its differences. `claims` must
// outlive the result.
[[nodiscard]] std::vector<ComparedClaim> compare_claims(const std::vector<Claim>& claims,
                                                        const ClaimScope& scope);

}  // namespace sanaq::casefile
