#include "sanaq/estimate/unlisted_grid.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sanaq::estimate {
namespace {

TEST(UnlistedGrid, ASplineGoesThroughItsPointsAndKeepsAStraightLineStraight) {
  const std::vector<double> x{0, 1, 3, 4}, line{1, 3, 7, 9};
  const std::vector<double> found = spline(x, line, {0, 0.5, 2, 3.5, 4});
  const std::vector<double> wanted{1, 2, 5, 8, 9};
  for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_NEAR(found[i], wanted[i], 1e-12);
}

// Each piece is a cubic, known by four of its values; its slope and its bend at both ends.
struct Ends {
  double slope_low, slope_high, bend_low, bend_high;
};

Ends ends_of_piece(const std::vector<double>& x, const std::vector<double>& y, std::size_t piece) {
  const double h = (x[piece + 1] - x[piece]) / 3;
  const std::vector<double> f =
      spline(x, y, {x[piece], x[piece] + h, x[piece] + 2 * h, x[piece + 1]});
  return {(-11 * f[0] + 18 * f[1] - 9 * f[2] + 2 * f[3]) / (6 * h),
          (11 * f[3] - 18 * f[2] + 9 * f[1] - 2 * f[0]) / (6 * h),
          (2 * f[0] - 5 * f[1] + 4 * f[2] - f[3]) / (h * h),
          (2 * f[3] - 5 * f[2] + 4 * f[1] - f[0]) / (h * h)};
}

TEST(UnlistedGrid, ASplineBendsNowhereSuddenlyAndNotAtItsEnds) {
  const std::vector<double> x{0, 1, 3, 4, 7, 8.5}, y{1, 3, 2, 5, 4, 4.5};
  EXPECT_NEAR(ends_of_piece(x, y, 0).bend_low, 0, 1e-9);
  EXPECT_NEAR(ends_of_piece(x, y, x.size() - 2).bend_high, 0, 1e-9);
  for (std::size_t piece = 0; piece + 2 < x.size(); ++piece) {
    const Ends here = ends_of_piece(x, y, piece), next = ends_of_piece(x, y, piece + 1);
    EXPECT_NEAR(here.slope_high, next.slope_low, 1e-9) << "at " << x[piece + 1];
    EXPECT_NEAR(here.bend_high, next.bend_low, 1e-9) << "at " << x[piece + 1];
  }
}

TEST(UnlistedGrid, EndsWhereItIsToldTo) {
  for (const double top : {10.0, 31.0, 5000.0, 1e6}) {
    EXPECT_EQ(fine_grid(top).back(), top);
    EXPECT_EQ(coarse_grid(top, 60).back(), top);
  }
}

TEST(UnlistedGrid, EveryWholeNumberBelongsToOneValue) {
  const std::vector<double> grid = fine_grid(5000), edge = grid_edges(grid);
  ASSERT_EQ(edge.size(), grid.size() + 1);
  for (std::size_t k = 0; k < grid.size(); ++k) {
    EXPECT_LT(edge[k], grid[k]);
    EXPECT_GT(edge[k + 1], grid[k]);
  }
}

TEST(UnlistedGrid, StepsAreShortWhereARegionIsNarrow) {
  EXPECT_EQ(fine_grid_over(5000, {}), fine_grid(5000));
  const double low = std::log(70'000.5), high = std::log(71'000.5);
  const std::vector<double> grid = fine_grid_over(1e6, {{low, high}});
  int inside = 0;
  for (std::size_t k = 1; k < grid.size(); ++k) {
    EXPECT_LT(grid[k - 1], grid[k]);
    EXPECT_EQ(grid[k], std::floor(grid[k]));
    inside += grid[k] >= 70'000 && grid[k] <= 71'000 ? 1 : 0;
  }
  EXPECT_GE(inside, 95);
  EXPECT_LE(inside, 115);
  EXPECT_LT(grid.size(), fine_grid(1e6).size() + 120);
}

TEST(UnlistedGrid, NobodyMissingIsItselfAQuantileWhereItIsLikely) {
  const std::vector<double> grid{0, 1, 2, 3};
  EXPECT_EQ(grid_quantile(grid, {0.5, 0.3, 0.1, 0.1}, 0.05), 0);
  EXPECT_EQ(grid_quantile(grid, {0.0, 0.0, 0.0, 1.0}, 0.5), 3);
}

}  // namespace
}  // namespace sanaq::estimate
