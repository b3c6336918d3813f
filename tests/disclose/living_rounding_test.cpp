#include "sanaq/disclose/living_rounding.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace sanaq::disclose {
namespace {

const std::string secret(32, 'k');

TEST(LivingRounding, ACountBecomesOneOfTheMultiplesBesideIt) {
  const LivingRounding rounding(secret);
  for (std::int64_t count = 0; count < 200; ++count) {
    const std::int64_t rounded = rounding.count("x", count);
    EXPECT_EQ(rounded % pages::rounding_step, 0);
    EXPECT_LE(std::abs(rounded - count), 4);
    if (count % pages::rounding_step == 0) {
      EXPECT_EQ(rounded, count);
    }
  }
}

TEST(LivingRounding, MorePersonsAreNeverPrintedAsFewer) {
  const LivingRounding rounding(secret);
  for (std::int64_t count = 1; count < 200; ++count)
    EXPECT_GE(rounding.count("x", count), rounding.count("x", count - 1));
}

TEST(LivingRounding, TheSameCountOfTheSameFigureAlwaysGoesTheSameWay) {
  for (std::int64_t count = 0; count < 50; ++count)
    EXPECT_EQ(LivingRounding(secret).count("x", count), LivingRounding(secret).count("x", count));
}

// Where a figure changes tells nothing of what it was: each of the five bounds is as likely.
TEST(LivingRounding, EachFigureHasBoundsOfItsOwnThatOnlyTheSecretTells) {
  std::map<std::int64_t, int> times;  // the first count that is rounded up
  for (int figure = 0; figure < 1000; ++figure) {
    std::int64_t count = 0;
    while (LivingRounding(secret).count(std::to_string(figure), count) == 0) ++count;
    ++times[count];
  }
  ASSERT_EQ(times.size(), 5U);
  for (const auto& [bound, figures] : times) {
    EXPECT_GE(bound, 1);
    EXPECT_LE(bound, 5);
    EXPECT_NEAR(figures, 200, 60);
  }
  std::set<std::int64_t> under_other_secrets;
  for (char letter = 'a'; letter <= 'z'; ++letter)
    under_other_secrets.insert(LivingRounding(std::string(32, letter)).count("x", 3));
  EXPECT_EQ(under_other_secrets.size(), 2U);
}

// Sums of many small counts are neither too small nor too large.
TEST(LivingRounding, IsRightOnAverage) {
  const LivingRounding rounding(secret);
  std::int64_t exact = 0, rounded = 0;
  for (int figure = 0; figure < 3000; ++figure) {
    exact += figure % 4;
    rounded += rounding.count(std::to_string(figure), figure % 4);
  }
  EXPECT_NEAR(static_cast<double>(rounded) / static_cast<double>(exact), 1, 0.05);
}

TEST(LivingRounding, WithoutASecretItIsTheNearestMultiple) {
  const LivingRounding rounding("");
  EXPECT_FALSE(rounding.is_secret());
  EXPECT_EQ(rounding.count("x", 2), 0);
  EXPECT_EQ(rounding.count("x", 3), 5);
  EXPECT_EQ(rounding.count("x", 7), 5);
}

TEST(LivingRounding, WhoHasAPageIsRoundedInTheOpen) {
  const LivingRounding rounding(secret);
  for (std::int64_t shown = 0; shown < 30; ++shown) {
    for (std::int64_t hidden = 0; hidden < 12; ++hidden) {
      const std::int64_t rounded = rounding.count("x", shown + hidden, shown);
      EXPECT_EQ(rounded, (shown + 2) / 5 * 5 + rounding.count("x", hidden));
      EXPECT_LE(std::abs(rounded - shown - hidden), 6);
    }
    EXPECT_GE(rounding.count("x", 3, shown), 0);  // more pages than persons counted
  }
}

TEST(LivingRounding, AStepIsAtLeastFiveAndAtLeastTheMove) {
  EXPECT_EQ(step_of(0), 5);
  EXPECT_EQ(step_of(5), 5);
  EXPECT_EQ(step_of(5.01), 10);
  EXPECT_EQ(step_of(20), 20);
  EXPECT_EQ(step_of(21), 50);
  EXPECT_EQ(step_of(101), 200);
  EXPECT_EQ(step_of(7'000), 10'000);
}

TEST(LivingRounding, AnIntervalIsRoundedOutwards) {
  pages::PublicRounding steps;
  const estimate::Estimate exact{97.4, 99, {"model", 0.9, 61.2, 203.5}};
  const auto rounded = LivingRounding("").outwards(exact, {6, 3, 41}, steps);
  ASSERT_TRUE(rounded);
  EXPECT_EQ(rounded->interval.low, 60);
  EXPECT_EQ(rounded->median, 100);
  EXPECT_EQ(rounded->mean, 100);
  EXPECT_EQ(rounded->interval.high, 250);
  EXPECT_EQ(steps.low_step, 5);
  EXPECT_EQ(steps.median_step, 10);
  EXPECT_EQ(steps.high_step, 50);
  const auto narrow = LivingRounding("").outwards({61, 61, {"m", 0.9, 60, 62}}, {40, 0, 0}, steps);
  EXPECT_EQ(narrow->median, 60);  // 50 would lie below its own interval
}

TEST(LivingRounding, ASecretTakesAnIntervalFartherOutAndStepsUpToTwiceAsLarge) {
  const estimate::Estimate exact{97.4, 99, {"model", 0.9, 61.2, 203.5}};
  const estimate::Moves moves{6, 3, 41};
  std::set<double> lows, highs, medians;
  std::set<std::int64_t> high_steps;
  for (int number = 0; number < 300; ++number) {
    pages::PublicRounding steps;
    const LivingRounding rounding("secret " + std::to_string(number));
    const auto rounded = rounding.outwards(exact, moves, steps);
    EXPECT_LE(rounded->interval.low, 61.2);
    EXPECT_GE(rounded->interval.high, 203.5);
    EXPECT_GT(rounded->interval.low, 61.2 - 2.0 * static_cast<double>(steps.low_step));
    EXPECT_LT(rounded->interval.high, 203.5 + 2.0 * static_cast<double>(steps.high_step));
    EXPECT_LT(std::abs(rounded->median - 97.4), static_cast<double>(steps.median_step));
    EXPECT_GE(static_cast<double>(steps.high_step), moves.high);
    lows.insert(rounded->interval.low);
    highs.insert(rounded->interval.high);
    medians.insert(rounded->median);
    high_steps.insert(steps.high_step);
  }
  EXPECT_EQ(lows, (std::set<double>{50, 55, 60}));
  EXPECT_EQ(high_steps, (std::set<std::int64_t>{50, 100}));
  EXPECT_EQ(highs, (std::set<double>{250, 300, 400}));
  EXPECT_TRUE(medians.contains(90) && medians.contains(100));
}

TEST(LivingRounding, WhatIsNotFiniteIsNotPublished) {
  pages::PublicRounding steps;
  constexpr double endless = std::numeric_limits<double>::infinity();
  const LivingRounding rounding(secret);
  EXPECT_FALSE(rounding.outwards({50, 50, {"model", 0.9, 40, endless}}, {1, 1, 1}, steps));
  EXPECT_FALSE(rounding.outwards({50, 50, {"model", 0.9, 40, 60}}, {1, 1, endless}, steps));
  EXPECT_EQ(steps.median_step, 0);
}

}  // namespace
}  // namespace sanaq::disclose
