// One hierarchical log-linear model fitted to the cells that lists can show, by Newton's method on
// the Poisson likelihood.
//
// log mu_s = u_g + sum over lists i in s of u_i + sum over interactions t inside s of u_t; u_g is
// the logarithm of the number on no list. Persons whom some lists did not cover form groups g of
// their own: the lists that did not cover them cannot list them (structural zeros), each group has
// its own number on no list, and everything else is shared. Bishop, Fienberg, Holland 1975, chapter
// 6; Cormack 1989.
#pragma once
#include <Eigen/Core>
#include <cstdint>
#include <optional>
#include <vector>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/hierarchy.h"

namespace sanaq::estimate {

// Every cell that could have been observed, including those with count 0.
struct LoglinearData {
  int lists = 0;
  Eigen::Index groups = 0;            // number of coverage patterns; the first is the lowest mask
  std::vector<std::uint32_t> listed;  // of each cell
  std::vector<Eigen::Index> group;    // of each cell
  Eigen::VectorXd counts;             // of each cell
  double log_factorials = 0;          // sum of log count!
};
inline constexpr int loglinear_lists_max = 10;
[[nodiscard]] LoglinearData loglinear_data(const CaptureTable& table);

struct LoglinearFit {
  // A likelihood may have its supremum where cells vanish; the total may still be a single finite
  // number there. The fit is `endless` if the supremum is reached for more than one number of the
  // unlisted, or only for an infinite one.
  bool endless = false;
  bool identified = true;            // no other number of the unlisted has the same supremum
  double log_likelihood = 0;         // the supremum
  Eigen::Index parameters = 0;       // number of all parameters, vanished ones included
  double unlisted = 0;               // over all groups
  double log_unlisted_variance = 0;  // of log unlisted, by the delta method
};
[[nodiscard]] LoglinearFit fit_loglinear(const LoglinearData& data, const Hierarchy& model);

// Returns the expected count of every cell of the data at the supremum; 0 if the cell vanishes.
[[nodiscard]] Eigen::VectorXd expected_counts(const LoglinearData& data, const Hierarchy& model);

// The numbers of unlisted at which twice the drop of the profile likelihood equals the chi-squared
// quantile. For one group only. `high` is absent if the likelihood does not drop so far below
// `unlisted_max`.
struct ProfileLimits {
  double low = 0;
  std::optional<double> high;
};
[[nodiscard]] ProfileLimits profile_limits(const LoglinearData& data, const Hierarchy& model,
                                           const LoglinearFit& fit, double level,
                                           double unlisted_max);

}  // namespace sanaq::estimate
