// Which keys of matches agree, by pair of lists: from the pairs that some rules found, weighed by
// their probability.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "sanaq/link/columns.h"
#include "sanaq/link/learning_pairs.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/persons.h"

namespace sanaq::link {

// Bit k of an outcome says that the k-th key of the feature agrees.
inline constexpr std::size_t keys_of_feature_most = 4, key_outcomes = 16;

// Counts are in 1/1024 of a match, as whole numbers, so that it does not matter which thread
// counted what.
class SeenMatches {
 public:
  SeenMatches(std::size_t list_pairs, std::size_t features);
  void add_match(std::size_t list_pair, double matches);
  // Adds the outcome of a pair that has the feature on both sides.
  void add_outcome(std::size_t list_pair, std::size_t feature, std::size_t outcome, double matches,
                   bool found_without);
  void add(const SeenMatches& other);
  // Adds what another saw for those features for which this one saw hardly anything from rules
  // without them.
  void add_where_few(const SeenMatches& other);

  [[nodiscard]] double matches(std::size_t list_pair) const;
  // Returns the shares of a feature's outcomes among matches of these two lists that have it on
  // both sides, drawn towards those of all lists if few were seen. They add up to 1.
  [[nodiscard]] std::array<double, key_outcomes> shares(std::size_t list_pair,
                                                        std::size_t feature) const;

 private:
  using Counts = std::array<std::int64_t, key_outcomes>;
  [[nodiscard]] const Counts* counts(const std::vector<Counts>& of, std::size_t list_pair,
                                     std::size_t feature) const {
    return &of[list_pair * features_ + feature];
  }
  std::size_t features_;
  std::vector<std::int64_t> matches_;  // by pair of lists
  std::vector<Counts> any_, without_;  // by pair of lists and feature
};

// Returns the indices of the keys of each feature; keys without a feature are left out.
[[nodiscard]] std::vector<std::vector<std::size_t>> keys_by_feature(const std::vector<Key>& keys,
                                                                    std::size_t feature_count);

// Returns what is seen among the pairs of the learning rules, each counted as often as it stands
// for.
[[nodiscard]] SeenMatches see_matches(const LearningPairs& pairs, const std::vector<Key>& keys,
                                      const PairSpace& space, const Columns& columns,
                                      const PairModel& model, Comparers& comparers,
                                      Workers& workers, base::Progress& progress);

// Returns what is seen among links; `probabilities` has one entry for each. Unlike what was seen
// before rules were chosen, these are nearly all matches, and their probabilities come from all
// that is known.
[[nodiscard]] SeenMatches see_links(const std::vector<Candidate>& links,
                                    const std::vector<double>& probabilities,
                                    const std::vector<Rule>& rules, const std::vector<Key>& keys,
                                    const PairSpace& space, const Columns& columns);

}  // namespace sanaq::link
