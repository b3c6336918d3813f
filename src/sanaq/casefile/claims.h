// Which asserted numbers speak of one thing, and may be compared, and which do not.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/casefile/things.h"

namespace sanaq::casefile {

struct ClaimScope {
  std::string what;                 // empty: anything
  std::vector<std::string> places;  // empty: anywhere; else a claim's place must contain one
  std::optional<PartialDate> from, to;
  std::string group;
};

struct ComparedClaim {
  const Claim* claim = nullptr;
  std::vector<base::Message> differs;  // in what its scope does not match; empty: comparable
};

// In their order. An absent part of a claim's scope is unknown, which is no difference, except that
// a claim about a group does not speak of everybody.
[[nodiscard]] std::vector<ComparedClaim> compare_claims(const std::vector<Claim>& claims,
                                                        const ClaimScope& scope);

}  // namespace sanaq::casefile
