// Grids of whole numbers of unlisted persons: where evidence is computed, how it is interpolated,
// and quantiles of the result. docs/method/backtested.md, Computation.
#pragma once
#include <vector>

namespace sanaq::estimate {

// Returns 0, then about `points` whole numbers up to `top`, equally spaced in their logarithm.
[[nodiscard]] std::vector<double> coarse_grid(double top, int points);
// Returns every whole number up to 30, then 400 equally spaced in their logarithm, up to `top`.
[[nodiscard]] std::vector<double> fine_grid(double top);
// Returns the same with shorter steps in narrow regions (on the scale log(k + 1/2), ends
// ascending): a hundredth of each region.
struct GridRegion {
  double low = 0, high = 0;
};
[[nodiscard]] std::vector<double> fine_grid_over(double top,
                                                 const std::vector<GridRegion>& regions);
// Returns log(k + 1/2) for each k.
[[nodiscard]] std::vector<double> shifted_logs(const std::vector<double>& grid);
// Returns the edges between the points of a grid: point k stands for the whole numbers nearest to
// it, [edge[k], edge[k+1]).
[[nodiscard]] std::vector<double> grid_edges(const std::vector<double>& grid);
// Returns a natural cubic spline through (x, y) at ascending points, within or beyond the ends.
[[nodiscard]] std::vector<double> spline(const std::vector<double>& x, const std::vector<double>& y,
                                         const std::vector<double>& points);
// Returns the discrete quantile, a whole number. 0 < level < 1, and `probability` must sum to 1.
[[nodiscard]] double grid_quantile(const std::vector<double>& grid,
                                   const std::vector<double>& probability, double level);

}  // namespace sanaq::estimate
