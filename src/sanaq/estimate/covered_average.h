// The back-tested average if some lists did not cover everybody: "not covered" is not "not
// listed".
//
// Persons are grouped by the lists that covered them. All groups share one model of the lists
// (those whom a list did not cover would have been listed by it alike); each has a number of its
// own. The unlisted of one group, that which most lists covered, are found on a grid as in
// backtested.h; those of the others given the model by negative binomial draws. Laplace's
// approximation of each of the forty models is sampled, so draws and quantiles have a seed.
// docs/method/backtested.md.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/backtested.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/covered_fit.h"
#include "sanaq/estimate/dependent_lists.h"

namespace sanaq::estimate {

inline constexpr std::size_t covered_lists_max = 6;

struct CoveredPosterior {
  std::int64_t observed = 0;
  std::vector<double> unlisted;       // draws of the number over all groups
  std::vector<CoverageGroup> groups;  // the base first
  double two_class_weight = 0;
  double end_mass = 0;  // of the base's grid, as in BacktestedPosterior
};

// Returns the groups of a table, the base first: the group with most lists, then with most persons.
[[nodiscard]] CoverageData coverage_data(const CaptureTable& table,
                                         const std::vector<DependentLists>& dependent = {});

// Returns nullopt if there are more than covered_lists_max lists, or if no group was covered by
// three lists. Throws Error{stopped} if `progress` says so.
[[nodiscard]] std::optional<CoveredPosterior> covered_posterior(
    const CaptureTable& table, const std::optional<TotalPrior>& prior, int draws,
    std::uint64_t seed, int threads, const std::vector<DependentLists>& dependent = {},
    const base::Progress& progress = base::Progress());

}  // namespace sanaq::estimate
