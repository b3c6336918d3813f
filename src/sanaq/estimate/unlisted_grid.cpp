#include "sanaq/estimate/unlisted_grid.h"

#include <algorithm>
#include <cmath>

#include "sanaq/base/check.h"

namespace sanaq::estimate {
namespace {

using Values = std::vector<double>;

constexpr int fine_points = 400;
constexpr double fine_from = 30;
constexpr double points_a_region = 100;

}  // namespace

Values coarse_grid(double top, int points) {
  Values grid{0};
  for (int i = 0; i < points; ++i) {
    const double value =
        std::floor(0.5 * std::pow(top / 0.5, static_cast<double>(i) / (points - 1)) + 0.5);
    if (value > grid.back()) grid.push_back(value);
  }
  return grid;
}

Values fine_grid(double top) {
  Values grid;
  for (double k = 0; k <= std::min(fine_from, top); ++k) grid.push_back(k);
  for (int i = 0; i < fine_points && top > fine_from; ++i) {
    const double value = std::floor(
        fine_from * std::pow(top / fine_from, static_cast<double>(i) / (fine_points - 1)) + 0.5);
    if (value > grid.back()) grid.push_back(value);
  }
  return grid;
}

Values fine_grid_over(double top, const std::vector<GridRegion>& regions) {
  const Values base = fine_grid(top);
  Values grid{base.front()};
  for (std::size_t next = 1; next < base.size();) {
    const double at = std::log(grid.back() + 0.5);
    double to = std::log(base[next] + 0.5);
    for (const GridRegion& region : regions) {
      if (region.low > at) {
        to = std::min(to, region.low);
      } else if (region.high > at) {
        to = std::min(to, at + (region.high - region.low) / points_a_region);
      }
    }
    const double value = std::max(grid.back() + 1, std::floor(std::exp(to)));
    if (value >= base[next]) {
      grid.push_back(base[next++]);
    } else {
      grid.push_back(value);
    }
  }
  return grid;
}

Values spline(const Values& x, const Values& y, const Values& points) {
  const std::size_t n = x.size();
  Values curvature(n, 0.0), right(n, 0.0);  // tridiagonal sweep for the second derivatives
  for (std::size_t i = 1; i + 1 < n; ++i) {
    const double before = x[i] - x[i - 1], after = x[i + 1] - x[i];
    const double share = before / (before + after), pivot = share * curvature[i - 1] + 2;
    curvature[i] = (share - 1) / pivot;
    const double bend = (y[i + 1] - y[i]) / after - (y[i] - y[i - 1]) / before;
    right[i] = (6 * bend / (before + after) - share * right[i - 1]) / pivot;
  }
  curvature[n - 1] = 0;
  for (std::size_t i = n - 1; i-- > 0;)
    curvature[i] = i == 0 ? 0 : curvature[i] * curvature[i + 1] + right[i];
  Values values;
  std::size_t at = 0;
  for (const double point : points) {
    while (at + 2 < n && point > x[at + 1]) ++at;
    const double width = x[at + 1] - x[at], a = (x[at + 1] - point) / width, b = 1 - a;
    values.push_back(a * y[at] + b * y[at + 1] +
                     ((a * a * a - a) * curvature[at] + (b * b * b - b) * curvature[at + 1]) *
                         width * width / 6);
  }
  return values;
}

Values shifted_logs(const Values& grid) {
  Values logs;
  for (const double k : grid) logs.push_back(std::log(k + 0.5));
  return logs;
}

Values grid_edges(const Values& grid) {
  Values edge{-0.5};
  for (std::size_t k = 1; k < grid.size(); ++k) edge.push_back((grid[k - 1] + grid[k]) / 2);
  edge.push_back(grid.back() + 0.5);
  return edge;
}

double grid_quantile(const Values& unlisted, const Values& probability, double level) {
  base::check(level > 0 && level < 1, "a quantile's level lies between 0 and 1");
  const Values edge = grid_edges(unlisted);
  double below = 0;
  for (std::size_t k = 0; k < unlisted.size(); ++k) {
    if (below + probability[k] < level && k + 1 < unlisted.size()) {
      below += probability[k];
      continue;
    }
    const double low = std::log(std::max(edge[k], 0.0) + 0.5), high = std::log(edge[k + 1] + 0.5);
    const double share =
        probability[k] > 0 ? std::clamp((level - below) / probability[k], 0.0, 1.0) : 0.5;
    return std::floor(std::exp(low + share * (high - low)) - 0.5 + 0.5);
  }
  return unlisted.back();
}

}  // namespace sanaq::estimate
