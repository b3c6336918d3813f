// One hierarchical log-linear model fitted to the cells that lists can show, by Newton's method on
// the Poisson likelihood.
//
// log mu_s = u_g + sum over lists i in s of u_i + sum over interactions t inside s of u_t; u_g is
// the logarithm of those on no list. Persons whom some lists did not cover form groups g of their
// own: the lists that did not cover them cannot list them (structural zeros), the number of them on
// no list is the group's own, all else is shared. Bishop, Fienberg, Holland 1975, chapter 6;
// Cormack 1989.
#pragma once
#include <Eigen/Core>
#include <cstdint>
#include <optional>
#include <vector>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/hierarchy.h"

namespace sanaq::estimate {

// Every cell that could have been seen, zeros included.
struct LoglinearData {
  int lists = 0;
  Eigen::Index groups = 0;            // coverage patterns, the first is the lowest mask
  std::vector<std::uint32_t> listed;  // of each cell
  std::vector<Eigen::Index> group;    // of each cell
  Eigen::VectorXd counts;             // of each cell
  double log_factorials = 0;          // sum of log count!
};
inline constexpr int loglinear_lists_max = 10;
[[nodiscard]] LoglinearData loglinear_data(const CaptureTable& table);

struct LoglinearFit {
  // A likelihood may have its supremum where cells vanish; the total may still be one finite number
  // there. It is `endless` where the supremum is reached for more than one number of the unlisted,
  // or only for an endless one.
  bool endless = false;
  bool identified = true;            // no other number of the unlisted has the same supremum
  double log_likelihood = 0;         // its supremum
  Eigen::Index parameters = 0;       // as written, vanished ones included
  double unlisted = 0;               // over all groups
  double log_unlisted_variance = 0;  // delta method, of log unlisted
};
[[nodiscard]] LoglinearFit fit_loglinear(const LoglinearData& data, const Hierarchy& model);

// Of every cell of the data at the supremum; 0 where cells vanish.
[[nodiscard]] Eigen::VectorXd expected_counts(const LoglinearData& data, const Hierarchy& model);

// Where twice the fall of the profile likelihood of the unlisted passes the chi-squared quantile.
// One group only. `high` none: the likelihood never falls so far below `unlisted_max`.
struct ProfileLimits {
  double low = 0;
  std::optional<double> high;
};
[[nodiscard]] ProfileLimits profile_limits(const LoglinearData& data, const Hierarchy& model,
                                           const LoglinearFit& fit, double level,
                                           double unlisted_max);

}  // namespace sanaq::estimate
