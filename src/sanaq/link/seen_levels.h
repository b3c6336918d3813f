// Expected matches by level of one field, from which its m is learnt.
//
// Only pairs that a rule without the field found are counted, since a rule with it has chosen their
// agreement. Such rules find matches of some lists more often than of others, so that each two
// lists are weighed by all the matches they have.
//
// Of strangers who differ in this field and agree in others, many more are met than of matches who
// do, and what EM counts of matches among them is what the model put there. So m of a level is
// learnt from pairs that the other fields decide: where these have odds O, a pair of the level is a
// match with probability w = O r / (1 + O r), r its m/u, and
//
//   m of the level = sum of w p over its pairs / sum of w p over the pairs of any level,
//
// which holds for any weights that are functions of O alone, since fields are independent among
// matches. O counts in steps. Pairs that the others hold to be improbable count only where two
// lists have few others.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

namespace sanaq::link {

// Of each level: its share of the matches, and how many matches tell it.
struct LevelShares {
  std::vector<double> share, size;
};

class SeenLevels {
 public:
  SeenLevels(std::size_t groups, std::size_t levels);
  // Matches of two lists (group of pair_space.h) that have the field on both sides.
  void add_any(std::uint32_t group, double matches) { any_[group] += matches; }
  // Of these, those that a rule without the field found. `by_others`: log odds by the other fields;
  // `squares`: matches times what each pair of a sample stands for.
  void add(std::uint32_t group, std::uint64_t level, double by_others, double matches,
           double squares);

  // `log_ratios`: m/u of each level, as a natural log. Sizes are what a sample is worth (Kish 1965,
  // effective size).
  [[nodiscard]] std::vector<LevelShares> by_group(const std::vector<double>& log_ratios) const;
  // Of all groups, each weighed by all its matches; `groups`: what by_group gave.
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
