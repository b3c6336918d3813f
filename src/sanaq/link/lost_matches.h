// Puts matches that no rule found or that were cut off back into drawn registers.
//
// Which records they are is unknown; how many there are between each two lists is known (rules:
// drawn_matches.h; cut: the sum of the probabilities of what was cut). Without them, the persons
// they belong to would count as seen by fewer lists than they are, in every draw, and an estimate
// of the unlisted depends on that more than on anything else. So each draw joins persons at random
// until it has as many more matches between each two lists. Persons with few records are joined
// most: in towns of 30,000 and 100,000 persons each further record halved how often one was linked
// to none of a person's.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/pair_space.h"
#include "sanaq/link/persons.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {

struct Candidate;

// Returns, by pair of lists, the pairs of one person that are not candidates: two records that no
// rule found are in one register all the same if a third is linked to both. They are not lost.
[[nodiscard]] std::vector<double> joined_by_others(const PairSpace& space,
                                                   const std::vector<Candidate>& candidates,
                                                   const std::vector<std::uint32_t>& person_of);

// `person_of` has one entry for each record; the numbers have no meaning, and joined persons get
// the same one. `lost` has the expected matches by pair of lists (PairSpace::list_pair_of_lists).
// Joins only persons who have no list in common, one of whom has a single record.
void put_back_lost_matches(const PairSpace& space, const std::vector<bool>& is_linkable,
                           const std::vector<double>& lost, num::Rng rng,
                           std::vector<std::uint32_t>& person_of);

}  // namespace sanaq::link
