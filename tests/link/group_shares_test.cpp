#include "sanaq/link/group_shares.h"

#include <gtest/gtest.h>

#include <numeric>

#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

LevelShares seen(std::vector<double> share, double size) {
  const std::size_t levels = share.size();
  return {std::move(share), std::vector<double>(levels, size)};
}

TEST(SharesByGroup, EachGroupAddsUp) {
  const auto shares =
      shares_by_group({seen({0.9, 0.08, 0.02}, 100), seen({0, 0, 0}, 0), seen({0.1, 0.2, 0.7}, 7)},
                      {0.6, 0.3, 0.1}, {0, 0, 1});
  for (const auto& group : shares)
    EXPECT_NEAR(std::accumulate(group.begin(), group.end(), 0.0), 1, 1e-12);
}

TEST(SharesByGroup, WhereNothingWasSeenAGroupIsLikeAll) {
  const auto shares = shares_by_group(
      {seen({0.9, 0.1}, 200), seen({0.2, 0.8}, 200), seen({0, 0}, 0)}, {0.55, 0.45}, {0, 0});
  EXPECT_NEAR(shares[2][0], 0.55, 1e-9);
}

// Two languages never have a word in common, two lists in one language nearly always.
TEST(SharesByGroup, GroupsThatAreUnlikeAreBelieved) {
  const auto shares = shares_by_group(
      {seen({0.95, 0.05}, 150), seen({0, 1}, 150), seen({0.93, 0.07}, 150), seen({0, 1}, 150)},
      {0.47, 0.53}, {0, 0});
  EXPECT_GT(shares[0][0], 0.92);
  EXPECT_LT(shares[1][0], 0.03);
}

// Fifteen groups of one share, each seen by a hundred draws: what is believed lies nearer to the
// truth than what was seen.
TEST(SharesByGroup, GroupsThatDifferByChanceAreDrawnTogether) {
  num::Rng rng(5, "tests.link.group_shares");
  std::vector<LevelShares> groups;
  double raw = 0, error = 0;
  for (int group = 0; group < 15; ++group) {
    int rare = 0;
    for (int match = 0; match < 100; ++match) rare += rng.uniform() < 0.02;
    groups.push_back(seen({1 - rare / 100.0, rare / 100.0}, 100));
    raw += std::abs(rare / 100.0 - 0.02);
  }
  for (const auto& shares : shares_by_group(groups, {0.98, 0.02}, {0, 0}))
    error += std::abs(shares[1] - 0.02);
  EXPECT_LT(error, 0.5 * raw);
}

// A group that has hardly any pairs of the second class keeps what all show within it.
TEST(SharesByGroup, LevelsAreHeldAgainstThoseOfTheirClass) {
  const auto shares = shares_by_group(
      {seen({0.9, 0.1, 0, 0}, 300), seen({0, 0, 0.8, 0.2}, 300), seen({0.88, 0.12, 0, 0}, 300)},
      {0.55, 0.1, 0.28, 0.07}, {0, 0, 1, 1});
  EXPECT_NEAR(shares[0][2] / (shares[0][2] + shares[0][3]), 0.8, 0.02);
  EXPECT_LT(shares[0][2] + shares[0][3], 0.02);
}

}  // namespace
}  // namespace sanaq::link
