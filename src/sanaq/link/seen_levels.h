// The expected numbers of matches by level of one field, from which its m is learnt.
//
// Only pairs that a rule without the field found are counted, since a rule with it has chosen their
// agreement. Such rules find matches of some lists more often than of others, so each two lists are
// weighed by all the matches they have.
//
// Strangers who differ in this field and agree in others are met far more often than matches who
// do, and what EM counts as matches among them is what the model assumed. So m of a level is learnt
// from pairs that the other fields decide: if these have odds O, a pair of the level is a match
// with probability w = O r / (1 + O r), where r is its m/u, and
//
//   m of the level = sum of w p over its pairs / sum of w p over the pairs of any level,
//
// which holds for any weights that are functions of O alone, since fields are independent among
// matches. O is counted in steps. Pairs that the other fields show to be improbable count only if
// two lists have few others.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

namespace sanaq::link {

// For each level, its share of the matches, and how many matches tell it.
struct LevelShares {
  std::vector<double> share, size;
};

class SeenLevels {
 public:
  SeenLevels(std::size_t groups, std::size_t levels);
  // Adds matches of two lists (group of pair_space.h) that have the field on both sides.
  void add_any(std::uint32_t group, double matches) { any_[group] += matches; }
  // Adds those of these matches that a rule without the field found. `by_others` is the log odds by
  // the other fields; `squares` is the matches times what each pair of a sample stands for.
  void add(std::uint32_t group, std::uint64_t level, double by_others, double matches,
           double squares);

  // `log_ratios` is m/u of each level, as a natural log. Sizes are effective sample sizes (Kish
  // 1965).
  [[nodiscard]] std::vector<LevelShares> by_group(const std::vector<double>& log_ratios) const;
  // Returns the shares over all groups, each weighed by all its matches. `groups` is the result of
  // by_group.
  [[nodiscard]] LevelShares of_all(const std::vector<LevelShares>& groups) const;

 private:
  static constexpr std::size_t steps = 12;
  struct Seen {
    std::vector<double> levels;
    double squares = 0;
  };
  struct Weighed {
    std::vector<double> own, any;  // by level: sums of w p over its pairs, and over all
    double worth = 1;              // of one match of the sample
  };
  [[nodiscard]] std::size_t first_step(std::size_t group) const;
  [[nodiscard]] double worth(std::size_t group, std::size_t step) const;
  using Weights = std::array<std::vector<double>, steps>;  // by step and level
  [[nodiscard]] static Weights weights_of(const std::vector<double>& log_ratios);
  [[nodiscard]] Weighed weighed(std::size_t group, const Weights& weights) const;

  std::vector<double> any_;                    // by group
  std::array<std::vector<Seen>, steps> seen_;  // by step and group
};

}  // namespace sanaq::link
