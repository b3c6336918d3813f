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

// Matches drawn from the model: the number of differing fields by its own probabilities, seen by
// blocking that forces field 1 to agree in half of them.
TEST(Differences, WhatWasPutInIsFoundAgain) {
  const std::vector<double> truth{0.1, 2, 0.5, 0.2, 0.2};
  num::Rng rng(11, "tests.link.differences");
  Differences learnt{share, {}};
  std::vector<std::pair<std::uint32_t, int>> matches;
  for (int at = 0; at < 400000; ++at) {
    const std::uint32_t free = at % 2 == 0 ? 15U : 13U;
    std::vector<double> weights = independent_counts(share, free);
    for (std::size_t d = 0; d < weights.size(); ++d) weights[d] *= truth[d];
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights) weight /= total;
    matches.emplace_back(free, static_cast<int>(rng.categorical(weights)));
  }
  for (int round = 0; round < 30; ++round) {
    DifferenceCounts counts(learnt);
    for (const auto& [free, differing] : matches) counts.add(free, differing, 1);
    learnt.tilt = counts.next_tilt();
  }
  const std::vector<double> ratios = difference_log_ratios(learnt, 15),
                            wanted = difference_log_ratios({share, truth}, 15);
  for (std::size_t d = 0; d < 4; ++d) EXPECT_NEAR(ratios[d], wanted[d], 0.1) << d;
}

// Occupations in several languages differ whoever wrote them: they say nothing of careless rows.
TEST(Differences, AFieldThatUsuallyDiffersIsNotCounted) {
  const Differences differences{{0.1, 0.7, 0.05}, {0.5, 2, 3, 1}};
  EXPECT_EQ(differences.counted(), 5U);
  EXPECT_EQ(difference_log_ratios(differences, 7).size(), 3u);
  EXPECT_EQ(difference_log_ratios(differences, 7), difference_log_ratios(differences, 5));
}

TEST(Differences, AFewMatchesHardlyMoveIt) {
  const Differences none{share, {}};
  DifferenceCounts counts(none);
  counts.add(15, 0, 1);
  for (const double tilt : counts.next_tilt()) EXPECT_NEAR(tilt, 1, 0.2);
}

}  // namespace
}  // namespace sanaq::link
