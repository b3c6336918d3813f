// What pairs of records across lists have in common beyond what pairs within lists have: how many
// match, where the lists share one column alone and no two columns can witness for each other.
//
// Within a list few pairs are of one person, so that agreement there is chance; chance across lists
// of the same people is as frequent, and what is over there are matches:
//
//   matches = (equal pairs across - pairs across x equal share within) / m
//
// How often somebody has a value is then also told by the lists each within itself, since across
// lists the matches would be taken for frequency: with k further records that have it, of n, (a +
// k) / (a / w + n), w being the equal share within (the posterior mean of a gamma of shape a; Good
// 1953).
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

// For each feature, on which lists it is filled.
void note_lists_with(std::vector<Feature>& features, const std::vector<std::uint32_t>& list_of,
                     std::size_t list_count);

// Both are there on two lists or more, or there is but one list.
[[nodiscard]] bool meet_across(const Feature& left, const Feature& right);

// Where one column alone is shared and shows matches: how many, and the feature's value_share and
// chance_within are filled. 0: there are other witnesses, or no more agreement across than within.
[[nodiscard]] double matches_across(std::vector<Feature>& features,
                                    const std::vector<std::uint32_t>& list_of,
                                    std::size_t list_count);

}  // namespace sanaq::link
