// How many pairs of records match across lists, if the lists have only one column in common, so
// that no two columns can confirm each other.
//
// Within a list few pairs are of one person, so agreement there is chance. Across lists of the same
// people, chance agreement is as frequent, and the excess over it are matches:
//
//   matches = (equal pairs across - pairs across x equal share within) / m
//
// The frequency of a value is then also taken from within the lists, since across lists the matches
// would count as frequency. If k further records of n have the value, it is (a + k) / (a / w + n),
// where w is the equal share within (the posterior mean of a gamma of shape a; Good 1953).
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

// Notes for each feature on which lists it is filled.
void note_lists_with(std::vector<Feature>& features, const std::vector<std::uint32_t>& list_of,
                     std::size_t list_count);

// Returns true if both features are filled on two lists or more, or if there is only one list.
[[nodiscard]] bool meet_across(const Feature& left, const Feature& right);

// If only one column is shared and shows matches, returns their number and fills the feature's
// value_share and chance_within. Returns 0 if there are other columns in common, or no more
// agreement across than within.
[[nodiscard]] double matches_across(std::vector<Feature>& features,
                                    const std::vector<std::uint32_t>& list_of,
                                    std::size_t list_count);

}  // namespace sanaq::link
