// Matches that no rule found or that fell to the cut, put back into drawn registers.
//
// Which records they are nobody knows; how many there are between each two lists is known (rules:
// drawn_matches.h; cut: the sum of the probabilities of what was cut). Left out, the persons they
// belong to would count as seen by fewer lists than they are, in every draw alike, and an estimate
// of the unlisted answers to that most of all. So each draw joins persons at random until it has as
// many more matches of each two lists. Persons of few records are joined most: in towns of 30,000
// and 100,000 persons each further record halved how often one was linked to none of a person's.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/link/pair_space.h"
#include "sanaq/link/persons.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {

struct Candidate;

// Pairs of one person that are no candidates, by pair of lists: two records that no rule brought
// together stand in one register all the same where a third is linked to both. They are not lost.
[[nodiscard]] std::vector<double> joined_by_others(const PairSpace& space,
                                                   const std::vector<Candidate>& candidates,
                                                   const std::vector<std::uint32_t>& person_of);

// `person_of`: one a record, numbers without meaning; persons that are joined get one number.
// `lost`: expected matches by pair of lists (PairSpace::list_pair_of_lists). Joins only persons who
// stand on no common list, one of whom has a single record.
void put_back_lost_matches(const PairSpace& space, const std::vector<bool>& is_linkable,
                           const std::vector<double>& lost, num::Rng rng,
                           std::vector<std::uint32_t>& person_of);

}  // namespace sanaq::link
