// The evidence of one model as a function of the number of unlisted: computed at some numbers and
// interpolated by a spline.
//
// A path begins on a coarse grid and is halved, thirded or quartered wherever the model's own
// posterior is narrower than its steps, until no step in it is long (docs/method/backtested.md,
// Computation). New points start from both neighbours' optima; one that is better than a neighbour
// could find is handed on to it, so that no point is left on a lower branch.
#pragma once
#include <functional>
#include <vector>

#include "sanaq/estimate/interactions.h"
#include "sanaq/estimate/unlisted_grid.h"

namespace sanaq::estimate {

// How one model is fitted with a given number of unlisted.
struct FittedModel {
  using Parameters = std::vector<double>;
  std::function<InteractionFit(double unlisted, const Parameters& start)> fit;
  // Returns where the fit may start without a neighbour: a single point if the posterior is
  // concave.
  std::function<std::vector<Parameters>(double unlisted)> starts;
};

struct EvidencePath {
  std::vector<double> unlisted;      // whole numbers, ascending
  std::vector<InteractionFit> fits;  // the fit at each of them
  [[nodiscard]] std::vector<double> log_evidence() const;
  // Returns the log evidence at any ascending numbers of unlisted.
  [[nodiscard]] std::vector<double> log_evidence_at(const std::vector<double>& points) const;
};

// The range of unlisted in which a model's posterior is, and its width there; both on the scale of
// log(k + 1/2).
struct PathRegion {
  double low = 0, high = 0;  // its quantiles at 1 and 99 %
  double width = 0;          // from its quantile at 5 % to that at 95 %
  double log_weight = 0;     // log of its evidence, over all numbers of unlisted
};

struct PathOptions {
  double top = 0;          // largest number of unlisted
  int coarse_points = 16;  // number of points of the first grid
  // The log weight of a number of unlisted that does not come from the lists (a prior); empty if
  // all weigh the same.
  std::function<double(double unlisted)> log_weight = {};
};

[[nodiscard]] EvidencePath evidence_path(const FittedModel& model, const PathOptions& options);
[[nodiscard]] PathRegion region_of(const EvidencePath& path, const PathOptions& options);

// Returns the ranges of the posteriors of those models that have a noticeable weight, for
// fine_grid_over.
[[nodiscard]] std::vector<GridRegion> regions_that_matter(const std::vector<EvidencePath>& paths,
                                                          const PathOptions& options);

}  // namespace sanaq::estimate
