// How many matches the rules and the cut lose of each two lists, by the matches that were found of
// them.
#pragma once
#include <vector>

#include "sanaq/link/pair_space.h"
#include "sanaq/link/persons.h"
#include "sanaq/link/result.h"

namespace sanaq::link {

// By pair of lists: `recall`, the share of the matches that the rules find; `cut`, matches among
// the pairs that were not kept. `probabilities` has one a candidate. Lists that lose nothing are
// not named.
[[nodiscard]] std::vector<Lost> find_lost(const PairSpace& space,
                                          const std::vector<Candidate>& edges,
                                          const std::vector<double>& probabilities,
                                          const std::vector<double>& recall,
                                          const std::vector<double>& cut);

}  // namespace sanaq::link
