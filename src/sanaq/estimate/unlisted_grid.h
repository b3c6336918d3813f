// Whole numbers of unlisted persons on a grid: where evidence is computed, how it is joined, and
// quantiles of what comes out. docs/method/backtested.md, Computation.
#pragma once
#include <vector>

namespace sanaq::estimate {

// 0, then about `points` whole numbers, evenly apart in their logarithm, up to `top`.
[[nodiscard]] std::vector<double> coarse_grid(double top, int points);
// Every whole number to 30, then 400 evenly apart in their logarithm.
[[nodiscard]] std::vector<double> fine_grid(double top);
// The same with shorter steps where the regions (log(k + 1/2), ascending ends) are narrow: a
// hundredth of each region that they lie in.
struct GridRegion {
  double low = 0, high = 0;
};
[[nodiscard]] std::vector<double> fine_grid_over(double top,
                                                 const std::vector<GridRegion>& regions);
// log(k + 1/2) of each.
[[nodiscard]] std::vector<double> shifted_logs(const std::vector<double>& grid);
// Value k owns the whole numbers nearest to it: [edge[k], edge[k+1]).
[[nodiscard]] std::vector<double> grid_edges(const std::vector<double>& grid);
// Natural cubic spline through (x, y), at ascending points within or beyond the ends.
[[nodiscard]] std::vector<double> spline(const std::vector<double>& x, const std::vector<double>& y,
                                         const std::vector<double>& points);
// The discrete quantile, a whole number. 0 < level < 1; `probability` sums to 1.
[[nodiscard]] double grid_quantile(const std::vector<double>& grid,
                                   const std::vector<double>& probability, double level);

}  // namespace sanaq::estimate
