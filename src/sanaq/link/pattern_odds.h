// The odds of a match from what a model says about a pattern of levels: like score.h, for pairs
// whose values are not at hand. Every logarithm is computed once for each model.
#pragma once
#include <array>
#include <vector>

#include "sanaq/link/level_weights.h"
#include "sanaq/link/pair_evidence.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/result.h"

namespace sanaq::link {

class PatternOdds {
 public:
  using OfFields = std::array<double, 16>;  // natural log of m/u of each field

  PatternOdds(const PairEvidence& evidence, const PairModel& model);

  // Returns the natural log of the odds that a pair of the pattern is one person, without what the
  // number of differing fields says. `of_field` gets what each field adds, including how rare its
  // names are.
  [[nodiscard]] double log_odds(const PatternCounts::Pattern& pattern, OfFields& of_field) const;
  [[nodiscard]] double log_odds(const PatternCounts::Pattern& pattern) const;
  [[nodiscard]] double log_odds(const PatternCounts::Known& pair) const;
  // Returns the fields that are filled, and those that differ.
  [[nodiscard]] FieldMasks masks(std::uint64_t levels) const;
  // Returns the natural log of the probability of all patterns of the evidence, up to a constant.
  [[nodiscard]] double log_likelihood() const;

 private:
  using Weights = std::array<double, 16>;  // log(m/u) by level; [no_level] is 0
  [[nodiscard]] Weights weights_alone(std::size_t feature) const;
  [[nodiscard]] double of_levels(std::uint64_t levels, std::uint32_t group,
                                 OfFields& of_field) const;
  template <typename Pair>
  [[nodiscard]] double prior(const Pair& pair) const {
    return priors_[evidence_->totals.group_within[pair.group] ? 1 : 0];
  }

  const PairEvidence* evidence_;
  const PairModel* model_;
  std::array<double, 2> priors_;               // for pairs of two lists; of one
  std::vector<Weights> alone_;                 // by feature
  std::vector<std::vector<Weights>> below_;    // if its parents agree
  std::vector<std::vector<Weights>> changes_;  // by feature and group (changes_of_group)
};

}  // namespace sanaq::link
