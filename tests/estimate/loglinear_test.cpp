#include "sanaq/estimate/loglinear.h"

#include <gtest/gtest.h>

#include <cmath>

#include "help/mse_tables.h"
#include "help/scratch.h"
#include "table_of_counts.h"

namespace sanaq::estimate {
namespace {

base::Progress silent;

Summary answer(const std::vector<std::int64_t>& counts, Criterion criterion = Criterion::bic) {
  return estimate_loglinear(table_of_counts(counts), {.criterion = criterion}, silent);
}

}  // namespace

// Published: Ball et al. 2002; MSE_silverman_bic on the same table, ../shared/data/mse/peers.csv.
TEST(Loglinear, KosovosBestModelByBicGivesThePublishedNumber) {
  const auto counts = help::mse_table("kosovo_4");
  if (!counts) GTEST_SKIP() << help::skip_words;
  const Summary summary = answer(*counts);
  ASSERT_TRUE(summary.estimate);
  EXPECT_NEAR(summary.estimate->median, 10356.5, 0.1);
  EXPECT_EQ(summary.models.front().model, "ABC AD CD");
  EXPECT_NEAR(summary.models.front().criterion, 203.03, 0.1);  // Rcapture's BIC of the same model
  EXPECT_NEAR(summary.estimate->interval.low, 9000, 100);
  EXPECT_NEAR(summary.estimate->interval.high, 12120, 150);
}

// Rcapture's best models by BIC (peers.csv); its totals are of the multinomial likelihood, a little
// lower.
TEST(Loglinear, OtherPublishedTablesHaveTheBestModelsOfRcapture) {
  const struct {
    const char* table;
    const char* model;
    double total;
  } published[]{{"hiv_rome_4", "A B C D", 11124.6}, {"australia_4", "AB BC BD", 6496.0}};
  for (const auto& known : published) {
    const auto counts = help::mse_table(known.table);
    if (!counts) GTEST_SKIP() << help::skip_words;
    const Summary summary = answer(*counts);
    ASSERT_TRUE(summary.estimate) << known.table;
    EXPECT_EQ(summary.models.front().model, known.model) << known.table;
    EXPECT_NEAR(summary.estimate->median, known.total, 0.2) << known.table;
  }
}

TEST(Loglinear, TheArtificialTableIsRefusedWithTheReason) {
  const Summary summary = answer({0, 40, 30, 6, 20, 0, 0, 0});
  EXPECT_FALSE(summary.estimate);
  ASSERT_FALSE(summary.reasons.empty());
  EXPECT_NE(summary.reasons.back().english().find("no finite estimate"), std::string::npos);
}

TEST(Loglinear, WhatModelsWithoutANumberWeighIsSaidWhereTheyWeigh) {
  const auto says_endless = [](const std::vector<std::int64_t>& counts) {
    const Summary summary = answer(counts);
    return std::any_of(summary.reasons.begin(), summary.reasons.end(), [](const auto& reason) {
      return reason.english().find("give no finite number have") != std::string::npos;
    });
  };
  EXPECT_FALSE(says_endless({0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2}));
  EXPECT_FALSE(says_endless({0, 90, 110, 40, 70, 30, 35, 14}));
  EXPECT_TRUE(says_endless({0, 60, 30, 3, 50, 20, 0, 1}));  // A and B, B and C hardly meet
}

TEST(Loglinear, NoTableGivesAWildNumber) {
  for (const char* name : {"allegheny_4", "korea_3", "uk_5", "neworleans_5", "western_us_5",
                           "hav_taiwan_3", "spina_bifida_3"}) {
    const auto counts = help::mse_table(name);
    if (!counts) GTEST_SKIP() << help::skip_words;
    const Summary summary = answer(*counts);
    ASSERT_TRUE(summary.estimate) << name;
    EXPECT_LT(summary.estimate->median, 20.0 * static_cast<double>(summary.observed)) << name;
    EXPECT_GE(summary.estimate->interval.high, summary.estimate->median) << name;
    EXPECT_LE(summary.estimate->interval.low, summary.estimate->median) << name;
  }
}

TEST(Loglinear, RelabelledListsGiveTheSameNumber) {
  const std::vector<std::int64_t> counts{0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2};
  std::vector<std::int64_t> turned(16);
  for (std::size_t mask = 0; mask < 16; ++mask)
    turned[((mask << 1) & 15) | (mask >> 3)] = counts[mask];
  EXPECT_NEAR(answer(counts).estimate->median, answer(turned).estimate->median, 1e-6);
}

TEST(Loglinear, AnyNumberOfThreadsGivesTheSameBytes) {
  const auto table = table_of_counts({0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2});
  const Summary one = estimate_loglinear(table, {.threads = 1}, silent),
                two = estimate_loglinear(table, {.threads = 2}, silent);
  EXPECT_EQ(one.estimate->median, two.estimate->median);
  EXPECT_EQ(one.estimate->interval.high, two.estimate->interval.high);
}

TEST(Loglinear, TheClimbFindsTheBestOfAllModels) {
  const auto counts = help::mse_table("kosovo_4");
  if (!counts) GTEST_SKIP() << help::skip_words;
  // Six lists, two of them independent of all others: the climb has to find kosovo's model among 64
  // lists' cells.
  std::vector<std::int64_t> six(64);
  for (std::size_t mask = 1; mask < 16; ++mask) {
    for (std::size_t more = 0; more < 4; ++more) {
      six[mask | (more << 4)] = std::llround(static_cast<double>((*counts)[mask]) *
                                             (more & 1 ? 0.3 : 0.7) * (more & 2 ? 0.2 : 0.8));
    }
  }
  for (std::size_t more = 1; more < 4; ++more)
    six[more << 4] = std::llround(5956.5 * (more & 1 ? 0.3 : 0.7) * (more & 2 ? 0.2 : 0.8));
  const Summary summary = answer(six);
  ASSERT_TRUE(summary.estimate);
  EXPECT_NEAR(summary.estimate->median, 10356.5, 300);
}

TEST(Loglinear, CriteriaAreThoseOfTheirAuthors) {
  LoglinearFit fit;
  fit.log_likelihood = -100;
  fit.parameters = 5;
  EXPECT_NEAR(criterion_value(Criterion::bic, fit, 1000), 200 + 5 * std::log(1000), 1e-12);
  EXPECT_NEAR(criterion_value(Criterion::aic, fit, 1000), 210, 1e-12);
  EXPECT_NEAR(criterion_value(Criterion::aicc, fit, 20), 210 + 60.0 / 14, 1e-12);
}

TEST(Loglinear, TheAverageHasTheDoubtAboutTheChoice) {
  RankedModel a, b;
  a.weight = b.weight = 0.5;
  a.fit.unlisted = 100;
  b.fit.unlisted = 400;
  a.fit.log_unlisted_variance = b.fit.log_unlisted_variance = 0.01;
  const AveragedModels average = average_models({a, b});
  EXPECT_NEAR(average.unlisted, 200, 1e-9);
  EXPECT_NEAR(average.log_variance, 0.01 + std::pow(std::log(2.0), 2), 1e-9);
  const AveragedModels one = average_models({a, a});
  EXPECT_NEAR(one.log_variance, 0.01, 1e-12);
}

TEST(Loglinear, TheUnlistedAreTheTotalLessTheListed) {
  for (const bool average : {false, true}) {
    const Summary summary =
        estimate_loglinear(table_of_counts({0, 70, 60, 9, 50, 8, 7, 3, 80, 12, 9, 4, 10, 3, 4, 2}),
                           {.average_models = average}, silent);
    ASSERT_TRUE(summary.estimate && summary.unlisted);
    const auto observed = static_cast<double>(summary.observed);
    EXPECT_NEAR(summary.unlisted->median, summary.estimate->median - observed, 1e-9);
    EXPECT_NEAR(summary.unlisted->interval.low, summary.estimate->interval.low - observed, 1e-9);
    EXPECT_NEAR(summary.unlisted->interval.high, summary.estimate->interval.high - observed, 1e-9);
  }
}

TEST(Loglinear, CriteriaAreChosenByName) {
  const std::vector<std::int64_t> counts{0, 90, 110, 40, 70, 30, 35, 14};
  for (const char* name : {"bic", "aic", "aicc"}) {
    const auto criterion = criterion_from_name(name);
    ASSERT_TRUE(criterion);
    EXPECT_EQ(criterion_name(*criterion), name);
    const Summary found = answer(counts, *criterion);
    EXPECT_TRUE(found.estimate);
    EXPECT_EQ(found.intervals.size(), 4u);
    ASSERT_TRUE(found.prediction);
    EXPECT_EQ(found.prediction->cells.size(), 7u);
  }
  EXPECT_FALSE(criterion_from_name("dic"));
}

// Rcapture's best AIC model on kosovo_4 (peers.csv) is [123,134], N = 12,688 by its multinomial.
TEST(Loglinear, TheBestAicModelIsRcaptures) {
  const auto counts = help::mse_table("kosovo_4");
  if (!counts) GTEST_SKIP() << help::skip_words;
  EXPECT_NEAR(answer(*counts, Criterion::aic).estimate->median / 12688, 1, 0.02);
}

// Chan, Silverman and Vincent 2021, table 2: with all three pairs the likelihood has its supremum
// for many numbers of the unlisted at once; with AB alone it has none.
TEST(Loglinear, AModelThatIsNotIdentifiedSaysSo) {
  const LoglinearData data = loglinear_data(table_of_counts({0, 40, 30, 6, 20, 0, 0, 0}));
  EXPECT_FALSE(fit_loglinear(data, {3, 5, 6}).identified);
  EXPECT_TRUE(fit_loglinear(data, {3}).endless);
  EXPECT_FALSE(fit_loglinear(data, {}).endless);
}

}  // namespace sanaq::estimate
