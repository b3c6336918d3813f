#include "sanaq/link/seen_levels.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sanaq::link {
namespace {

constexpr double likely = 9, hardly = -9;  // log odds by the other fields
const std::vector<double> telling{3, -3};  // log m/u of agreement and of disagreement

TEST(SeenLevels, EachTwoListsAreWeighedByAllTheirMatches) {
  SeenLevels seen(2, 2);
  // Rules without the field reach nearly all of the first two lists, a tenth of the others.
  seen.add_any(0, 100);
  seen.add(0, 0, likely, 900, 900);
  seen.add(0, 1, likely, 100, 100);
  seen.add_any(1, 1000);
  seen.add(1, 0, likely, 200, 200);
  seen.add(1, 1, likely, 800, 800);
  const LevelShares all = seen.of_all(seen.by_group(telling));
  EXPECT_NEAR(all.share[0], (0.9 * 100 + 0.2 * 1000) / 1100, 0.01);
  EXPECT_NEAR(all.share[0] + all.share[1], 1, 0.01);
}

TEST(SeenLevels, PairsThatOnlyThisFieldMakesLikelyCountWhereThereAreNoOthers) {
  SeenLevels seen(2, 2);
  for (const std::uint32_t group : {0U, 1U}) {
    seen.add_any(group, 100);
    seen.add(group, 1, hardly, 50, 50);
  }
  seen.add(0, 0, likely, 40, 40);
  const auto groups = seen.by_group(telling);
  EXPECT_EQ(groups[0].share, (std::vector<double>{1, 0}));
  EXPECT_EQ(groups[1].share, (std::vector<double>{0, 1}));
}

TEST(SeenLevels, ASampleIsWorthAsManyMatchesAsWereDrawn) {
  SeenLevels seen(1, 2);
  seen.add_any(0, 4000);
  seen.add(0, 0, likely, 3000, 3000 * 100);  // 30 pairs that stand for 100 each
  seen.add(0, 1, likely, 1000, 1000 * 100);
  const LevelShares all = seen.of_all(seen.by_group(telling));
  EXPECT_NEAR(all.size[0], 40, 0.5);
  EXPECT_NEAR(all.share[1], 0.25, 1e-9);
}

// A thousand matches of which one in a hundred differs, and strangers who differ and agree in what
// else there is; all differing pairs are held to be matches by the odds that m of one in ten gives.
// Learnt from all alike, m would stay where it was put.
TEST(SeenLevels, StrangersDoNotTeachThatMatchesDiffer) {
  const double wrong_m = 0.1, u = 0.9;
  SeenLevels seen(1, 2);
  seen.add_any(0, 1000);
  double plain = 0;
  for (const double log_odds : {-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 8.0}) {
    const double matches = 100, strangers = matches / std::exp(log_odds);
    const double ratio = std::exp(log_odds) * wrong_m / u;
    const double held = (0.01 * matches + u * strangers) * ratio / (1 + ratio);
    seen.add(0, 0, log_odds, 0.99 * matches, 0.99 * matches);
    seen.add(0, 1, log_odds, held, held);
    plain += held;
  }
  const double learnt = seen.of_all(seen.by_group({2, std::log(wrong_m / u)})).share[1];
  EXPECT_GT(plain / 1000, 0.05);
  EXPECT_LT(learnt, 0.7 * plain / 1000);
}

}  // namespace
}  // namespace sanaq::link
