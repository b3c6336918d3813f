#include "sanaq/estimate/list_effect_bound.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "help/mse_tables.h"
#include "help/scratch.h"
#include "sanaq/estimate/lower_bounds.h"
#include "sanaq/num/rng.h"
#include "table_of_counts.h"

namespace sanaq::estimate {

// Rcapture 1.4-4, closedp.t(kosovo, dfreq = TRUE): Mth Chao (LB) 8,591.
TEST(ListEffectBound, KosovosIsThatOfRcapture) {
  const auto counts = help::mse_table("kosovo_4");
  if (!counts) GTEST_SKIP() << help::skip_words;
  EXPECT_NEAR(*chao_with_list_effects(table_of_counts(*counts)), 8591.2, 0.1);
}

// Expected counts of independent lists, however unequal: the bound is the truth. The plain one,
// which takes all lists for equal, lies above it.
RC_GTEST_PROP(ListEffectBound, IndependentListsOfAnySizesGiveTheTruth, (std::uint64_t seed)) {
  num::Rng rng(seed, "lists");
  const int lists = 3 + static_cast<int>(rng.below(3));
  std::vector<double> chance;
  for (int list = 0; list < lists; ++list) chance.push_back(0.05 + 0.6 * rng.uniform());
  const double all = 1e9;
  std::vector<std::int64_t> counts(std::size_t{1} << lists);
  for (std::size_t mask = 1; mask < counts.size(); ++mask) {
    double expected = all;
    for (int list = 0; list < lists; ++list)
      expected *= ((mask >> list) & 1) != 0 ? chance[static_cast<std::size_t>(list)]
                                            : 1 - chance[static_cast<std::size_t>(list)];
    counts[mask] = std::llround(expected);
  }
  const CaptureTable table = table_of_counts(counts);
  const auto bound = chao_with_list_effects(table);
  RC_ASSERT(bound.has_value());
  RC_ASSERT(std::abs(*bound / all - 1) < 1e-3);
  RC_ASSERT(chao(frequencies(table)) > *bound * 0.999);
}

// Two kinds of people, easy and hard to find: it stays a lower bound.
TEST(ListEffectBound, IsBelowWherePeopleDiffer) {
  std::vector<std::int64_t> counts(16);
  for (std::size_t mask = 1; mask < 16; ++mask) {
    double expected = 0;
    for (const auto& [share, factor] : {std::pair{0.3, 2.0}, std::pair{0.7, 0.5}}) {
      double here = 1e6 * share;
      for (int list = 0; list < 4; ++list) {
        const double p = factor * (0.1 + 0.08 * list);
        here *= ((mask >> list) & 1) != 0 ? p : 1 - p;
      }
      expected += here;
    }
    counts[mask] = std::llround(expected);
  }
  const auto bound = chao_with_list_effects(table_of_counts(counts));
  ASSERT_TRUE(bound);
  EXPECT_LT(*bound, 1e6);
  EXPECT_GT(*bound, 0.7e6);
}

TEST(ListEffectBound, TheOrderOfListsDoesNotMatter) {
  const std::vector<std::int64_t> counts{0, 70, 60, 9, 50, 8, 7, 3};
  const std::vector<std::int64_t> turned{0, 50, 60, 7, 70, 8, 9, 3};  // A and C exchanged
  EXPECT_NEAR(*chao_with_list_effects(table_of_counts(counts)),
              *chao_with_list_effects(table_of_counts(turned)), 1e-6);
}

TEST(ListEffectBound, TwoListsGiveLincolnAndPetersensNumber) {
  EXPECT_NEAR(*chao_with_list_effects(table_of_counts({0, 50, 60, 30})), 80.0 * 90 / 30, 1e-6);
}

TEST(ListEffectBound, IsNoneWhereItCannotBe) {
  EXPECT_FALSE(chao_with_list_effects(table_of_counts({0, 5, 5, 0, 5, 0, 0, 0})));
  EXPECT_FALSE(chao_with_list_effects(table_of_counts({0, 0, 0, 5, 0, 5, 4, 1})));
  EXPECT_FALSE(chao_with_list_effects({{"A", "B", "C"}, {{1, 4, 9}, {3, 0, 9}, {2, 0, 4}}}));
}

// Nobody on three lists: the parameter of those on three runs away, and goes.
TEST(ListEffectBound, EmptyCellsDoNotStopIt) {
  const auto bound = chao_with_list_effects(table_of_counts({0, 30, 40, 6, 20, 5, 0, 0}));
  ASSERT_TRUE(bound);
  EXPECT_TRUE(std::isfinite(*bound));
  EXPECT_GT(*bound, 101);
}

}  // namespace sanaq::estimate
