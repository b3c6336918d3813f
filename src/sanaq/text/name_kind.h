// Which kinds of things a word for a kind names (person, Company, Vessel, ...), and how two names
// whose kinds are given are to be compared.
#pragma once
#include <optional>
#include <string_view>

#include "sanaq/text/named_thing.h"

namespace sanaq::text {

// What a thing may be. A LegalEntity of FollowTheMoney may be a person or an organisation, an Asset
// an organisation or a thing.
struct PossibleKinds {
  bool person = false;
  bool organisation = false;
  bool vessel = false;
};

// Of our words (person, organisation, vessel) and of FollowTheMoney's schemata, in any case; none
// if it is neither.
[[nodiscard]] std::optional<PossibleKinds> possible_kinds(std::string_view word);

struct PairKind {
  NameKind kind = NameKind::person;
  bool kinds_differ = false;  // a person and a company: they cannot be one, whatever the names
};

// One kind for the pair, as both names must be read alike. Where the kinds leave it open the names
// decide: a legal form, a field of work or a number says organisation.
[[nodiscard]] PairKind kind_of_pair(PossibleKinds left, std::string_view left_name,
                                    PossibleKinds right, std::string_view right_name);

}  // namespace sanaq::text
