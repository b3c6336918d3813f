#include "sanaq/splink/em.h"

#include <gtest/gtest.h>

namespace sanaq::splink {
namespace {

const std::vector<std::vector<double>> true_m{{0, 0.8, 0.15, 0.05}, {0.9, 0.1}, {0.7, 0.2, 0.1}};
const std::vector<EmComparison> three{
    {{0, 0.01, 0.02, 0.97}, {true, false, false, false}, {0, 0, 0, 0}},
    {{0.05, 0.95}, {false, false}, {0, 0}},
    {{0.02, 0.08, 0.9}, {false, false, false}, {0, 0, 0}}};

// The counts that the model expects of a million pairs, a tenth of the first cells null.
std::vector<PatternCount> expected_counts(double match_share) {
  std::vector<PatternCount> counts;
  for (std::uint8_t a = 0; a < 4; ++a) {
    for (std::uint8_t b = 0; b < 2; ++b) {
      for (std::uint8_t c = 0; c < 3; ++c) {
        const double ma = a == 0 ? 0.1 : 0.9 * true_m[0][a],
                     ua = a == 0 ? 0.1 : 0.9 * three[0].u[a];
        const double pairs = match_share * ma * true_m[1][b] * true_m[2][c] +
                             (1 - match_share) * ua * three[1].u[b] * three[2].u[c];
        counts.push_back({{a, b, c}, 1e6 * pairs});
      }
    }
  }
  return counts;
}

TEST(Em, FindsTheTruthBehindTheCountsItWouldLeave) {
  for (const double share : {0.3, 0.02}) {
    const EmResult found = learn_m(expected_counts(share), three);
    EXPECT_TRUE(found.converged);
    EXPECT_NEAR(found.match_share, share, 1e-3);
    for (std::size_t c = 0; c < three.size(); ++c) {
      for (std::size_t level = 0; level < true_m[c].size(); ++level)
        EXPECT_NEAR(found.m[c][level], true_m[c][level], 2e-3);
    }
  }
}

TEST(Em, WhatIsKnownStaysAndTheRestAddsUpToOne) {
  std::vector<EmComparison> known = three;
  known[2].known_m = {0.6, 0, 0};
  const EmResult found = learn_m(expected_counts(0.1), known);
  EXPECT_EQ(found.m[2][0], 0.6);
  EXPECT_NEAR(found.m[2][1] + found.m[2][2], 0.4, 1e-12);
}

TEST(Em, WithoutPairsNothingButThePriorIsLearnt) {
  const EmResult found = learn_m({}, three);
  EXPECT_NEAR(found.match_share, 0.1, 1e-12);
  EXPECT_NEAR(found.m[1][0], 0.9, 1e-12);
}

}  // namespace
}  // namespace sanaq::splink
