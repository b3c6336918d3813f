// Which asserted numbers speak of one thing, and may be compared, and which do not.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/casefile/entities.h"

namespace sanaq::casefile {

struct ClaimScope {
  std::string what;                 // empty: anything
  std::vector<std::string> places;  // empty: anywhere; else a claim's place must contain one
  std::optional<PartialDate> from, to;
  std::string group;
};

struct ComparedClaim {
  const Claim* claim = nullptr;
  std::vector<base::Message> differs;  // differences()
};

// The one rule of what may be set beside a number: the front page, `ask claims` and every page of a
// claim go by it. An absent part of a claim's scope is unknown, which is no difference, and so is a
// day that is approximate; but a claim about a group does not speak of everybody, and one whose
// least is above its most says no number. Empty: comparable.
[[nodiscard]] std::vector<base::Message> differences(const Claim& claim, const ClaimScope& scope);

// In their order.
[[nodiscard]] std::vector<ComparedClaim> compare_claims(const std::vector<Claim>& claims,
                                                        const ClaimScope& scope);

}  // namespace sanaq::casefile
