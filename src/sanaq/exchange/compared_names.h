// Two names alone: are they one, and why (`sanaq compare`).
#pragma once
#include <string>
#include <vector>

#include "sanaq/link/options.h"
#include "sanaq/text/name_comparison.h"
#include "sanaq/text/name_kind.h"

namespace sanaq::exchange {

struct ComparedNames {
  text::NameComparison comparison;  // with its parts
  double probability = 0;           // with the prior
  std::string level;                // how near the names are, as a word
};

// Returns what a word says of the bearers: person, organisation, vessel, or a schema of
// FollowTheMoney. Throws Error{usage} for any other.
[[nodiscard]] text::PossibleKinds kinds_of_word(const std::string& word);

// `prior`, in (0, 1), is how probable it is beforehand that the two are one. Throws Error{usage}
// for another prior or an unknown kind, and Error{bad_input} if one of the two is no name.
[[nodiscard]] ComparedNames compare_two_names(const std::string& left, const std::string& right,
                                              const std::string& kind, double prior,
                                              const std::vector<link::Nickname>& nicknames);

}  // namespace sanaq::exchange
