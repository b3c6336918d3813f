#include "sanaq/estimate/thresholded.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "estimate/table_of_counts.h"
#include "help/mse_tables.h"
#include "help/scratch.h"
#include "sanaq/estimate/estimate.h"
#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

base::Progress silent;

// The authors' package by long chains (shared peers.csv, MSE_silverman_bayesthresh).
TEST(Thresholded, GivesTheNumbersOfTheAuthorsPackage) {
  const std::map<std::string, std::array<double, 3>> published{{"uk_5", {12400, 11061, 14240}},
                                                               {"neworleans_5", {1050, 681, 1865}},
                                                               {"western_us_5", {2327, 1590, 3579}},
                                                               {"korea_3", {152.9, 134.1, 201.2}},
                                                               {"kosovo_4", {13971, 12236, 16390}}};
  for (const auto& [name, theirs] : published) {
    const auto counts = help::mse_table(name);
    if (!counts) GTEST_SKIP() << help::skip_words;
    const Summary found =
        estimate(table_of_counts(*counts), {.method = Method::thresholded}, silent);
    EXPECT_NEAR(found.estimate->median / theirs[0], 1, 0.03) << name;
    EXPECT_NEAR(found.estimate->interval.low / theirs[1], 1, 0.06) << name;
    EXPECT_NEAR(found.estimate->interval.high / theirs[2], 1, 0.06) << name;
    EXPECT_TRUE(found.usable()) << name;
  }
}

// The slow twin: a random walk on the same posterior.
TEST(Thresholded, ImportanceDrawsAreThoseOfALongRandomWalk) {
  const std::vector<std::int64_t> counts{0, 90, 110, 40, 70, 30, 35, 14};
  const LoglinearData data = loglinear_data(table_of_counts(counts));
  ThresholdedPosterior fast = thresholded_posterior(data, 20000, 1);
  ASSERT_TRUE(fast.model.empty());  // independent lists
  const auto log_posterior = [&](const std::array<double, 4>& at) {
    double value = 0;
    for (const double parameter : at) value -= 0.5 * parameter * parameter / 1e4;
    for (std::size_t s = 1; s < 8; ++s) {
      double log_mean = at[0];
      for (std::size_t list = 0; list < 3; ++list)
        log_mean += ((s >> list) & 1U) != 0 ? at[list + 1] : 0;
      value += static_cast<double>(counts[s]) * log_mean - std::exp(log_mean);
    }
    return value;
  };
  num::Rng rng(5, "test.thresholded");
  std::array<double, 4> here{5, -0.5, -0.5, -0.8};
  double value = log_posterior(here);
  std::vector<double> slow;
  for (int step = 0; step < 200000; ++step) {
    std::array<double, 4> there = here;
    for (double& parameter : there) parameter += 0.08 * rng.normal();
    const double other = log_posterior(there);
    if (std::log(rng.uniform()) < other - value) {
      here = there;
      value = other;
    }
    if (step > 5000) slow.push_back(std::exp(here[0]));
  }
  std::sort(slow.begin(), slow.end());
  std::sort(fast.unlisted.begin(), fast.unlisted.end());
  for (const double level : {0.1, 0.5, 0.9}) {
    const auto at = [&](const std::vector<double>& sorted) {
      return sorted[static_cast<std::size_t>(level * static_cast<double>(sorted.size()))];
    };
    EXPECT_NEAR(at(fast.unlisted) / at(slow), 1, 0.03) << level;
  }
}

TEST(Thresholded, TwoListsAreRefused) {
  EXPECT_FALSE(
      estimate(table_of_counts({0, 30, 30, 5}), {.method = Method::thresholded}, silent).estimate);
}

}  // namespace
}  // namespace sanaq::estimate
