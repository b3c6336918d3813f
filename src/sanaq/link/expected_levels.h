// The expectation step of EM: the expected number of matches at each level of every field.
#pragma once
#include <array>
#include <vector>

#include "sanaq/link/pair_evidence.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/seen_levels.h"

namespace sanaq::link {

// Expected numbers of matches.
struct ExpectedLevels {
  std::vector<SeenLevels> seen;            // by feature, from pairs found by a rule without it
  std::vector<std::vector<double>> met;    // by feature and level, whatever rule found them
  ChanceByGroup met_of_groups;             // by feature, group and level
  std::vector<std::vector<double>> known;  // by feature and level, what labels add
  std::array<double, 2> matches{};         // between two lists; within one
  // By feature and level, for whole names: matches whose names have sounds in common, and the sum
  // of the shares of records with these sounds.
  std::vector<std::vector<double>> shared, shares;
  [[nodiscard]] double all_matches() const { return matches[0] + matches[1]; }
};

// Returns the expectation for the counted patterns under a model; a known truth of a pair replaces
// it.
[[nodiscard]] ExpectedLevels expected_levels(const PairEvidence& evidence, const PairModel& model);

// A pair of a register, with its probability there. Bit f of `fields` says that a rule without
// feature f found it.
struct LinkedPair {
  std::uint64_t levels = 0;  // as in PatternCounts
  std::uint32_t fields = 0, group = 0;
  double probability = 0;
};
// Returns the expectation for the links of a register.
[[nodiscard]] ExpectedLevels levels_of_links(const PairEvidence& evidence,
                                             const std::vector<LinkedPair>& links);

}  // namespace sanaq::link
