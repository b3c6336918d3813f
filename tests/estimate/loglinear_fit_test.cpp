#include "sanaq/estimate/loglinear_fit.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>

#include "sanaq/num/rng.h"
#include "table_of_counts.h"

namespace sanaq::estimate {
namespace {

std::vector<std::int64_t> random_counts(num::Rng& rng, int lists, std::uint64_t below) {
  std::vector<std::int64_t> counts(std::size_t{1} << lists);
  for (std::size_t i = 1; i < counts.size(); ++i)
    counts[i] = 1 + static_cast<std::int64_t>(rng.below(below));
  return counts;
}

}  // namespace

// Closed forms of three lists: Bishop, Fienberg, Holland 1975, section 6.4.
RC_GTEST_PROP(LoglinearFit, ThreeListsHaveTheirClosedForms, (std::uint64_t seed)) {
  num::Rng rng(seed, "closed");
  const auto counts = random_counts(rng, 3, 60);
  const auto at = [&](std::size_t mask) { return static_cast<double>(counts[mask]); };
  const auto data = loglinear_data(table_of_counts(counts));
  const auto all_pairs = fit_loglinear(data, {0b011, 0b101, 0b110});
  RC_ASSERT(
      std::abs(all_pairs.unlisted / (at(1) * at(2) * at(4) * at(7) / (at(3) * at(5) * at(6))) - 1) <
      1e-6);
  const auto two_pairs = fit_loglinear(data, {0b011, 0b101});  // B and C independent given A
  RC_ASSERT(std::abs(two_pairs.unlisted / (at(2) * at(4) / at(6)) - 1) < 1e-6);
  const auto one_pair = fit_loglinear(data, {0b011});  // C independent of A and B together
  RC_ASSERT(
      std::abs(one_pair.unlisted / (at(4) * (at(1) + at(2) + at(3)) / (at(5) + at(6) + at(7))) -
               1) < 1e-6);
}

TEST(LoglinearFit, TwoListsAreLincolnAndPetersen) {
  const auto fit = fit_loglinear(loglinear_data(table_of_counts({0, 5, 10, 5})), {});
  EXPECT_NEAR(fit.unlisted, 10, 1e-8);
}

TEST(LoglinearFit, WhereCellsVanishTheTotalMayStillBeOneNumber) {
  // Nobody on A and C; with the interaction AC the rest is fitted as if those cells could not be.
  const auto fit =
      fit_loglinear(loglinear_data(table_of_counts({0, 40, 30, 6, 20, 0, 9, 0})), {0b101});
  EXPECT_FALSE(fit.endless);
  EXPECT_NEAR(fit.unlisted, 30.0 * (40 + 20) / (6 + 9), 1e-4);
}

TEST(LoglinearFit, TheArtificialTableIsEndlessWithAB) {
  const auto data = loglinear_data(table_of_counts({0, 40, 30, 6, 20, 0, 0, 0}));
  EXPECT_TRUE(fit_loglinear(data, {0b011}).endless);
  EXPECT_TRUE(fit_loglinear(data, {0b011, 0b101, 0b110}).endless);
  EXPECT_FALSE(fit_loglinear(data, {}).endless);
  EXPECT_NEAR(96 + fit_loglinear(data, {}).unlisted, 539.0939,
              1e-3);  // Rcapture's Mt on the same table
}

TEST(LoglinearFit, WhatAListDidNotCoverIsNotWhatItDidNotList) {
  // 1,000 persons everywhere, of whom C covered half; lists are independent: A .5, B .4, C .3.
  // Expected counts.
  CaptureTable table{{"A", "B", "C"}, {}};
  const double p[]{0.5, 0.4, 0.3};
  for (const std::uint32_t not_covered : {0U, 4U}) {
    for (std::uint32_t listed = 1; listed < 8; ++listed) {
      if ((listed & not_covered) != 0) continue;
      double expected = 100000;
      for (std::size_t list = 0; list < 3; ++list) {
        if (((not_covered >> list) & 1U) != 0) continue;
        expected *= ((listed >> list) & 1U) != 0 ? p[list] : 1 - p[list];
      }
      table.cells.push_back({listed, not_covered, std::llround(expected)});
    }
  }
  const auto fit = fit_loglinear(loglinear_data(table), {});
  EXPECT_NEAR(fit.unlisted, 100000 * (0.5 * 0.6 * 0.7 + 0.5 * 0.6), 1);
}

TEST(LoglinearFit, TheProfileLimitsFallByTheChiSquaredQuantile) {
  const auto data = loglinear_data(table_of_counts({0, 50, 60, 30}));
  const auto fit = fit_loglinear(data, {});
  const auto limits = profile_limits(data, {}, fit, 0.95, 1e6);
  ASSERT_TRUE(limits.high);
  // With the unlisted fixed at m the rest is a 2 x 2 table under independence: fitted by iterating
  // its margins.
  const auto log_likelihood = [](double m) {
    double a = 1, b = 1;
    for (int i = 0; i < 2000; ++i) {
      a = 80 / (m + m * b);
      b = 90 / (m + m * a);
    }
    return 50 * std::log(m * a) + 60 * std::log(m * b) + 30 * std::log(m * a * b) -
           m * (a + b + a * b);
  };
  const double allowed = log_likelihood(100) - 3.841458820694124 / 2;
  EXPECT_NEAR(log_likelihood(limits.low), allowed, 1e-5);
  EXPECT_NEAR(log_likelihood(*limits.high), allowed, 1e-5);
}

TEST(LoglinearFit, ALikelihoodThatStaysFlatHasNoUpperLimit) {
  const auto data = loglinear_data(table_of_counts({0, 40, 30, 1, 20, 0, 0, 0}));
  const auto fit = fit_loglinear(data, {});
  ASSERT_FALSE(fit.endless);
  EXPECT_FALSE(profile_limits(data, {}, fit, 0.95, 50).high);
}

// A slow twin: plain gradient climbing of the same likelihood ends at the same total.
RC_GTEST_PROP(LoglinearFit, IterativeProportionalFittingAgrees, (std::uint64_t seed)) {
  num::Rng rng(seed, "ipf");
  const auto models = all_hierarchies(4);
  const auto& model = models[static_cast<std::size_t>(rng.below(models.size()))];
  const auto counts = random_counts(rng, 4, 20);
  const auto data = loglinear_data(table_of_counts(counts));
  // EM over the unlisted cell, each step an iterative proportional fit of all margins of the model.
  std::vector<double> filled(counts.begin(), counts.end()), means(16, 1.0);
  filled[0] = 10;
  std::vector<std::uint32_t> margins = model;
  for (std::uint32_t list = 0; list < 4; ++list) margins.push_back(1U << list);
  for (int em = 0; em < 60000; ++em) {
    for (int round = 0; round < 2; ++round) {
      for (const std::uint32_t margin : margins) {
        double found[16] = {}, expected[16] = {};
        for (std::size_t s = 0; s < 16; ++s) {
          found[s & margin] += filled[s];
          expected[s & margin] += means[s];
        }
        for (std::size_t s = 0; s < 16; ++s) means[s] *= found[s & margin] / expected[s & margin];
      }
    }
    if (std::abs(means[0] - filled[0]) < 1e-10 * means[0]) break;
    filled[0] = means[0];
  }
  const auto fit = fit_loglinear(data, model);
  if (fit.unlisted < 5000) RC_ASSERT(std::abs(fit.unlisted / filled[0] - 1) < 0.01);
}

}  // namespace sanaq::estimate
