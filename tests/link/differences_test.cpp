#include "sanaq/link/differences.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <numeric>

#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

const std::vector<double> share{0.1, 0.3, 0.05, 0.45};

// All subsets of the fields, one by one.
std::vector<double> by_enumeration(std::uint32_t fields) {
  std::vector<double> counts(static_cast<std::size_t>(std::popcount(fields)) + 1);
  for (std::uint32_t differing = 0; differing < 16; ++differing) {
    if ((differing & ~fields) != 0) continue;
    double probability = 1;
    for (std::size_t field = 0; field < 4; ++field) {
      if ((fields & (1U << field)) == 0) continue;
      probability *= (differing & (1U << field)) != 0 ? share[field] : 1 - share[field];
    }
    counts[static_cast<std::size_t>(std::popcount(differing))] += probability;
  }
  return counts;
}

TEST(Differences, IndependentCountsAreThoseOfAllSubsets) {
  for (const std::uint32_t fields : {0U, 1U, 6U, 11U, 15U}) {
    const std::vector<double> counts = independent_counts(share, fields),
                              slow = by_enumeration(fields);
    ASSERT_EQ(counts.size(), slow.size());
    for (std::size_t d = 0; d < slow.size(); ++d) EXPECT_NEAR(counts[d], slow[d], 1e-12);
  }
}

TEST(Differences, WithTheRatiosProbabilitiesStillAddUp) {
  const Differences differences{share, {0.2, 1.8, 0.4, 0.1, 3}};
  for (const std::uint32_t filled : {1U, 7U, 15U}) {
    const std::vector<double> independent = independent_counts(share, filled);
    const std::vector<double> ratios = difference_log_ratios(differences, filled);
    double total = 0;
    for (std::size_t d = 0; d < independent.size(); ++d)
      total += independent[d] * std::exp(ratios[d]);
    EXPECT_NEAR(total, 1, 1e-12);
  }
}

TEST(Differences, NothingLearntChangesNothing) {
  EXPECT_EQ(difference_log_ratio({share, {}}, 15, 3), 0);
}

// Matches drawn from the model: how much more often two fields differ together is found again.
TEST(Differences, WhatWasPutInIsFoundAgain) {
  const std::vector<double> seldom{0.05, 0.08, 0.03, 0.1};
  for (const double lift : {0.2, 1.0, 2.5}) {
    const Differences truth{seldom, tilt_of_lift({seldom, {}}, lift)};
    num::Rng rng(11, "tests.link.differences");
    std::vector<double> weights, matches(16);
    for (std::uint32_t differing = 0; differing < 16; ++differing) {
      double weight = truth.tilt[static_cast<std::size_t>(std::popcount(differing))];
      for (std::size_t f = 0; f < 4; ++f)
        weight *= (differing >> f) & 1U ? seldom[f] : 1 - seldom[f];
      weights.push_back(weight);
    }
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights) weight /= total;
    for (int match = 0; match < 100000; ++match) matches[rng.categorical(weights)] += 1;
    double learnt = 1;
    for (int round = 0; round < 20; ++round) {
      const Differences now{seldom, tilt_of_lift({seldom, {}}, learnt)};
      DifferencePairs pairs;
      for (std::size_t differing = 0; differing < 16; ++differing) {
        for (std::size_t f = 0; f < 4; ++f) {
          for (std::size_t g = 0; g < 4; ++g) {
            if (f != g && ((differing >> f) & 1U) != 0)
              pairs.add(differing_with(now, f, g), seldom[g], ((differing >> g) & 1U) != 0,
                        matches[differing]);
          }
        }
      }
      learnt = pairs.next_lift(learnt);
    }
    EXPECT_NEAR(learnt, lift, 0.1 * lift + 0.02) << lift;
  }
}

TEST(Differences, AsManyFieldsDifferWhateverTheLift) {
  for (const double lift : {0.1, 1.0, 2.0}) {
    const std::vector<double> tilt = tilt_of_lift({share, {}}, lift);
    const std::vector<double> independent = independent_counts(share, 15);
    double differing = 0, all = 0, wanted = 0;
    for (std::size_t d = 0; d < independent.size(); ++d) {
      differing += static_cast<double>(d) * independent[d] * tilt[d];
      all += independent[d] * tilt[d];
      wanted += static_cast<double>(d) * independent[d];
    }
    EXPECT_NEAR(differing / all, wanted, 0.02) << lift;
  }
}

// Occupations in several languages differ whoever wrote them: they say nothing of careless rows.
TEST(Differences, AFieldThatUsuallyDiffersIsNotCounted) {
  const Differences differences{{0.1, 0.7, 0.05}, {0.5, 2, 3, 1}};
  EXPECT_EQ(differences.counted(), 5U);
  EXPECT_EQ(difference_log_ratios(differences, 7).size(), 3u);
  EXPECT_EQ(difference_log_ratios(differences, 7), difference_log_ratios(differences, 5));
}

TEST(Differences, AFewMatchesHardlyMoveIt) {
  DifferencePairs pairs;
  pairs.add(0.1, 0.1, true, 1);
  EXPECT_NEAR(pairs.next_lift(1), 1, 0.2);
}

}  // namespace
}  // namespace sanaq::link
