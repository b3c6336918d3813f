#include "sanaq/link/all_partitions.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace sanaq::link {
namespace {

constexpr double never = -std::numeric_limits<double>::infinity();

// A pair and its parting: 2 to 1.
TEST(AllPartitions, OfTwoUnitsTheOddsAreTheScore) {
  const AllPartitions all({0, 0, 0, std::log(2.0)});
  EXPECT_NEAR(all.together(3), 2.0 / 3, 1e-12);
  EXPECT_NEAR(all.together(1), 1, 1e-12);
}

// By hand: {ABC}, {AB}{C}, {AC}{B}, {BC}{A} and three alone weigh 5, 3, 2, 0 and 1.
TEST(AllPartitions, OfThreeUnitsEveryPartitionCountsOnce) {
  std::vector<double> score(8);
  score[3] = std::log(3.0);
  score[5] = std::log(2.0);
  score[6] = never;
  score[7] = std::log(5.0);
  const AllPartitions all(score);
  EXPECT_NEAR(all.together(7), 5.0 / 11, 1e-12);
  EXPECT_NEAR(all.together(3), 8.0 / 11, 1e-12);
  EXPECT_NEAR(all.together(5), 7.0 / 11, 1e-12);
  EXPECT_NEAR(all.together(6), 5.0 / 11, 1e-12);
}

// With every score 0 all 877 partitions of seven units are as probable; 203 of them have a given
// two together.
TEST(AllPartitions, ThereAreAsManyAsBellCounted) {
  const AllPartitions all(std::vector<double>(128, 0.0));
  EXPECT_NEAR(all.together(3), 203.0 / 877, 1e-12);
  EXPECT_NEAR(all.together(127), 1.0 / 877, 1e-12);
}

TEST(AllPartitions, DrawsComeAsOftenAsTheyAreProbable) {
  std::vector<double> score(8);
  score[3] = std::log(3.0);
  score[5] = never;
  score[7] = std::log(2.0);
  const AllPartitions all(score);
  num::Rng rng(3, "tests.link.partitions");
  int together = 0, all_three = 0;
  constexpr int draws = 20000;
  for (int draw = 0; draw < draws; ++draw) {
    const std::vector<std::size_t> group = all.draw(rng);
    together += group[0] == group[1];
    all_three += group[0] == group[2];  // A and C are one person only with B
  }
  EXPECT_NEAR(together / double{draws}, all.together(3), 0.012);
  EXPECT_NEAR(all_three / double{draws}, all.together(7), 0.012);
}

}  // namespace
}  // namespace sanaq::link
