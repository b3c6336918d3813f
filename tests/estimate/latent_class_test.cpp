#include "sanaq/estimate/latent_class.h"

#include <gtest/gtest.h>

#include "help/mse_tables.h"
#include "help/scratch.h"
#include "sanaq/estimate/latent_sampler.h"
#include "table_of_counts.h"

namespace sanaq::estimate {
namespace {

base::Progress silent;

}  // namespace

// Medians and limits: a plain Gibbs sampler of the same posterior, 8 million iterations; uk_5: 14
// million sweeps of this one, from 96 starts (docs/benchmarks/estimate.md).
TEST(LatentClass, LongRunsGiveTheSameNumbers) {
  const struct {
    const char* table;
    double median, low, high;
  } known[]{{"kosovo_4", 10419, 8988, 13799},
            {"hiv_rome_4", 10926, 9361, 13065},
            {"uk_5", 22275, 15673, 34277}};
  for (const auto& one : known) {
    const auto counts = help::mse_table(one.table);
    if (!counts) GTEST_SKIP() << help::skip_words;
    const Summary summary = estimate_latent_classes(table_of_counts(*counts), {}, silent);
    ASSERT_TRUE(summary.estimate);
    EXPECT_TRUE(summary.usable()) << one.table;
    EXPECT_NEAR(summary.estimate->median / one.median, 1, 0.01) << one.table;
    EXPECT_NEAR(summary.estimate->interval.low / one.low, 1, 0.015) << one.table;
    EXPECT_NEAR(summary.estimate->interval.high / one.high, 1, 0.03) << one.table;
    EXPECT_EQ(summary.total_draws.size(), 4000U);
  }
}

TEST(LatentClass, EveryRealTableConverges) {
  for (const char* name : {"korea_3", "hav_taiwan_3", "spina_bifida_3", "australia_4",
                           "allegheny_4", "neworleans_5", "western_us_5", "uk_5"}) {
    const auto counts = help::mse_table(name);
    if (!counts) GTEST_SKIP() << help::skip_words;
    const Summary summary = estimate_latent_classes(table_of_counts(*counts), {}, silent);
    ASSERT_TRUE(summary.diagnostics.rhat) << name;
    EXPECT_LE(*summary.diagnostics.rhat, 1.01) << name;
    EXPECT_GE(*summary.diagnostics.ess, 400) << name;
  }
}

// Two tables with totals far apart: chains that agree on both are told to agree, though one half of
// their draws is nowhere near the other.
TEST(LatentClass, TablesInTurnAreJudgedEachByItself) {
  const auto few = table_of_counts({0, 7, 6, 5, 8, 4, 5, 9});
  auto many = few;
  for (Cell& cell : many.cells) cell.count *= 20;
  const auto answers = estimate_latent_classes_in_turn({few, few, many, many}, {.draws = 1600});
  ASSERT_EQ(answers.size(), 4U);
  EXPECT_GT(answers[3].estimate->median, 10 * answers[0].estimate->median);
  EXPECT_LE(*answers[0].diagnostics.rhat, 1.05);
  EXPECT_GE(*answers[0].diagnostics.ess, 400);
  EXPECT_TRUE(answers[0].usable());
  for (const Summary& answer : answers) EXPECT_EQ(answer.total_draws.size(), 1600U);
}

TEST(LatentClass, ARunTooShortToConvergeIsNotUsable) {
  const Summary summary = estimate_latent_classes(table_of_counts({0, 69, 55, 21, 63, 17, 18, 28}),
                                                  {.draws = 8, .warmup = 100}, silent);
  ASSERT_TRUE(summary.estimate);
  EXPECT_FALSE(summary.usable());
}

// So few draws never come together: the chains go on four times, to 80 sweeps a draw.
TEST(LatentClass, ChainsThatGoOnAreTheSameChains) {
  const CaptureTable table = table_of_counts({0, 69, 55, 21, 63, 17, 18, 28});
  const Summary summary = estimate_latent_classes(table, {.draws = 8, .warmup = 100}, silent);
  const LatentData data = latent_data(table);
  LatentSampler sampler(data, 10, 1, 0);
  sampler.anneal(50);
  sampler.warm_up(50);
  const LatentDraws draws = sampler.sample(80);
  ASSERT_EQ(summary.total_draws.size(), 8U);
  for (std::size_t chain = 0; chain < 8; ++chain)
    EXPECT_EQ(summary.total_draws[chain], draws.total[chain].back());
}

TEST(LatentClass, AnyNumberOfThreadsGivesTheSameBytes) {
  const auto table = table_of_counts({0, 69, 55, 21, 63, 17, 18, 28});
  Options options{.chains = 16, .draws = 160, .warmup = 100};
  options.threads = 1;
  const Summary one = estimate_latent_classes(table, options, silent);
  options.threads = 2;
  EXPECT_EQ(one.total_draws, estimate_latent_classes(table, options, silent).total_draws);
}

TEST(LatentClass, WhatAListDidNotCoverIsNotWhatItDidNotList) {
  // Lists A .5, B .4, C .3 are independent; C covered only half of 2,000 persons. Expected counts,
  // rounded.
  CaptureTable table{{"A", "B", "C"}, {}};
  for (const Cell& cell : {Cell{1, 0, 210},
                           {2, 0, 140},
                           {3, 0, 140},
                           {4, 0, 90},
                           {5, 0, 90},
                           {6, 0, 60},
                           {7, 0, 60},
                           {1, 4, 300},
                           {2, 4, 200},
                           {3, 4, 200}}) {
    table.cells.push_back(cell);
  }
  const Summary summary = estimate_latent_classes(table, {.draws = 2000}, silent);
  ASSERT_TRUE(summary.estimate);
  EXPECT_GT(summary.estimate->interval.high, 2000);
  EXPECT_LT(summary.estimate->interval.low, 2000);
  EXPECT_FALSE(summary.warnings.empty());
}

TEST(LatentClass, TwoListsAreRefused) {
  EXPECT_FALSE(estimate_latent_classes(table_of_counts({0, 9, 9, 9}), {}, silent).estimate);
}

}  // namespace sanaq::estimate
