// m of a Splink model's levels, from how many pairs of one blocking rule have each pattern of
// levels; u is known (Winkler 1988; sessions as Splink has them).
#pragma once
#include <cstdint>
#include <vector>

namespace sanaq::splink {

struct PatternCount {
  std::vector<std::uint8_t> levels;  // one a comparison
  double pairs = 0;
};

struct EmComparison {
  std::vector<double> u;
  std::vector<bool> is_null;    // levels that say nothing
  std::vector<double> known_m;  // by level; 0: not known
};

struct EmResult {
  std::vector<std::vector<double>> m;  // by comparison and level
  double match_share = 0;              // of the pairs
  int iterations = 0;
  bool converged = false;
};

// The same numbers for the same counts in any order. Weak priors, worth one pair each: the m from
// which EM starts (most of it on the first level), and a match share of one in ten.
[[nodiscard]] EmResult learn_m(const std::vector<PatternCount>& counts,
                               const std::vector<EmComparison>& comparisons);

}  // namespace sanaq::splink
