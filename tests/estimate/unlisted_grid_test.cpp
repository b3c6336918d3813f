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
