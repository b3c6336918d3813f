#include "sanaq/link/seen_levels.h"

#include <gtest/gtest.h>

#include <numeric>

namespace sanaq::link {
namespace {

constexpr double likely = 2, hardly = -9;  // log odds by the other fields

TEST(SeenLevels, EachTwoListsAreWeighedByAllTheirMatches) {
  SeenLevels seen(2, 2);
  // Rules without the field reach nearly all of the first two lists, a tenth of the others.
  seen.add_any(0, 100);
  seen.add(0, 0, likely, 90, 90);
  seen.add(0, 1, likely, 10, 10);
  seen.add_any(1, 1000);
  seen.add(1, 0, likely, 20, 20);
  seen.add(1, 1, likely, 80, 80);
  const std::vector<double> all = seen.weighed();
  EXPECT_NEAR(all[0] + all[1], 200, 1e-9);
  EXPECT_NEAR(all[0] / 200, (0.9 * 100 + 0.2 * 1000) / 1100, 1e-9);
}

TEST(SeenLevels, PairsThatOnlyThisFieldMakesLikelyCountWhereThereAreNoOthers) {
  SeenLevels seen(2, 2);
  for (const std::uint32_t group : {0U, 1U}) {
    seen.add_any(group, 100);
    seen.add(group, 1, hardly, 50, 50);
  }
  seen.add(0, 0, likely, 40, 40);
  const auto by_group = seen.by_group();
  EXPECT_EQ(by_group[0], (std::vector<double>{40, 0}));
  EXPECT_EQ(by_group[1], (std::vector<double>{0, 50}));
}

TEST(SeenLevels, ASampleIsWorthAsManyMatchesAsWereDrawn) {
  SeenLevels seen(1, 2);
  seen.add_any(0, 4000);
  seen.add(0, 0, likely, 3000, 3000 * 100);  // 30 pairs that stand for 100 each
  seen.add(0, 1, likely, 1000, 1000 * 100);
  const std::vector<double> all = seen.weighed();
  EXPECT_NEAR(all[0], 30, 1e-9);
  EXPECT_NEAR(all[1], 10, 1e-9);
}

}  // namespace
}  // namespace sanaq::link
