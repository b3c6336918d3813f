// The expectation of EM: how many matches are expected at each level of every field.
#pragma once
#include <array>
#include <vector>

#include "sanaq/link/pair_evidence.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/seen_levels.h"

namespace sanaq::link {

// Expected matches.
struct ExpectedLevels {
  std::vector<SeenLevels> seen;            // by feature, where a rule without it found them
  std::vector<std::vector<double>> met;    // by feature and level, whatever rule found them
  ChanceByGroup met_of_groups;             // by feature, group and level
  std::vector<std::vector<double>> known;  // by feature and level, what labels add
  std::array<double, 2> matches{};         // of two lists; of one
  // By feature and level of whole names: matches whose names have sounds in common, and the sum of
  // the shares of records that have these.
  std::vector<std::vector<double>> shared, shares;
  [[nodiscard]] double all_matches() const { return matches[0] + matches[1]; }
};

// Of the patterns that were counted, by a model; what is known of a pair replaces what it says.
[[nodiscard]] ExpectedLevels expected_levels(const PairEvidence& evidence, const PairModel& model);

// A pair of a register, with the probability that it has there. Bit f of `fields`: a rule without
// feature f found it.
struct LinkedPair {
  std::uint64_t levels = 0;  // as in PatternCounts
  std::uint32_t fields = 0, group = 0;
  double probability = 0;
};
// Of the links of a register.
[[nodiscard]] ExpectedLevels levels_of_links(const PairEvidence& evidence,
                                             const std::vector<LinkedPair>& links);

}  // namespace sanaq::link
