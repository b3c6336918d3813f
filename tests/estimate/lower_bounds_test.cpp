#include "sanaq/estimate/lower_bounds.h"

#include <gtest/gtest.h>

#include <cmath>

#include "help/mse_tables.h"
#include "help/scratch.h"
#include "sanaq/num/rng.h"
#include "table_of_counts.h"

namespace sanaq::estimate {

TEST(LowerBounds, TwoEqualIndependentListsGiveLincolnAndPetersensNumber) {
  EXPECT_DOUBLE_EQ(chao({150, 100, 50, 2}), 150 + 50.0 * 50 / 50);
}

TEST(LowerBounds, ChaosFormulaIsThatOfThePaper) {
  // f1 = 25, f2 = 22, n = 68, 18 occasions.
  EXPECT_NEAR(chao({68, 25, 22, 18}), 68 + 17.0 / 18 * 625 / 44, 1e-12);
  EXPECT_DOUBLE_EQ(chao({4, 4, 0, 2}), 4 + 3);
}

TEST(LowerBounds, ZeltermanIsExactForAPoissonCount) {
  const double rate = 0.7, total = 1e7;
  const auto f1 = std::llround(total * rate * std::exp(-rate)),
             f2 = std::llround(total * rate * rate / 2 * std::exp(-rate));
  EXPECT_NEAR(*zelterman({std::llround(total * -std::expm1(-rate)), f1, f2, 9}) / total, 1, 1e-6);
  EXPECT_FALSE(zelterman({9, 9, 0, 3}));
}

TEST(LowerBounds, TheBoundIsBelowAndItsIntervalHoldsTheTruthWithoutHeterogeneity) {
  int held = 0;
  for (std::uint64_t i = 0; i < 1000; ++i) {
    num::Rng rng(1, "chao", i);
    Frequencies persons{0, 0, 0, 4};
    for (int person = 0; person < 500; ++person) {
      const auto times = rng.binomial(4, 0.3);
      persons.observed += times > 0 ? 1 : 0;
      persons.on_one += times == 1 ? 1 : 0;
      persons.on_two += times == 2 ? 1 : 0;
    }
    const Interval interval = chao_interval(persons, 0.95);
    held += interval.low <= 500 && 500 <= interval.high ? 1 : 0;
  }
  EXPECT_GT(held, 910);
  EXPECT_LT(held, 985);
}

TEST(LowerBounds, KosovosBoundLiesBelowTheCensus) {
  const auto counts = help::mse_table("kosovo_4");
  if (!counts) GTEST_SKIP() << help::skip_words;
  const Summary summary = estimate_lower_bound(table_of_counts(*counts), {});
  ASSERT_TRUE(summary.estimate);
  EXPECT_NEAR(summary.chao_lower_bound, 4400 + 0.75 * 3218.0 * 3218 / (2 * 882), 1e-9);
  EXPECT_LT(summary.chao_lower_bound, 10401);
}

TEST(LowerBounds, WithoutAnybodyOnTwoListsThereIsNone) {
  EXPECT_FALSE(estimate_lower_bound(table_of_counts({0, 5, 5, 0}), {}).estimate);
}

}  // namespace sanaq::estimate
