#include "sanaq/num/chains.h"

#include <gtest/gtest.h>

#include <cmath>

#include "sanaq/base/error.h"
#include "sanaq/num/rng.h"

namespace sanaq::num {
namespace {

// Autoregression of order 1 with variance 1: its mean is worth (1 - phi) / (1 + phi) draws each.
Chains autoregressive(double phi, std::size_t chains, std::size_t length, double shift = 0) {
  Chains result(chains);
  for (std::size_t c = 0; c < chains; ++c) {
    Rng rng(1, "ar", c);
    double state = rng.normal();
    for (std::size_t i = 0; i < length; ++i) {
      state = phi * state + std::sqrt(1 - phi * phi) * rng.normal();
      result[c].push_back(state + shift * static_cast<double>(c));
    }
  }
  return result;
}

}  // namespace

TEST(Chains, IndependentDrawsCountFullyAndAgree) {
  const auto chains = autoregressive(0, 4, 2500);
  EXPECT_NEAR(*ess_bulk(chains) / 10000, 1, 0.08);
  EXPECT_NEAR(*ess_tail(chains) / 10000, 1, 0.1);
  EXPECT_LT(*split_rhat(chains), 1.002);
}

TEST(Chains, AutoregressiveDrawsCountAsTheoryAsks) {
  for (const double phi : {0.5, 0.9, -0.5}) {
    const auto chains = autoregressive(phi, 4, 20000);
    const double expected = 80000 * (1 - phi) / (1 + phi);
    EXPECT_NEAR(*ess_bulk(chains) / expected, 1, 0.12) << phi;
  }
}

TEST(Chains, ChainsAtDifferentPlacesAreFoundOut) {
  EXPECT_GT(*split_rhat(autoregressive(0, 4, 1000, 0.5)), 1.05);
  EXPECT_LT(*ess_bulk(autoregressive(0, 4, 1000, 2)), 40);
}

TEST(Chains, ChainsOfDifferentWidthAreFoundOutByFolding) {
  auto chains = autoregressive(0, 4, 1000);
  for (double& draw : chains[0]) draw *= 3;
  EXPECT_GT(*split_rhat(chains), 1.05);
}

TEST(Chains, AChainThatDriftsDisagreesWithItself) {
  Chains chains(1);
  Rng rng(1, "drift");
  for (int i = 0; i < 1000; ++i) chains[0].push_back(i / 200.0 + rng.normal());
  EXPECT_GT(*split_rhat(chains), 1.5);
}

TEST(Chains, RanksMakeHeavyTailsHarmless) {
  auto chains = autoregressive(0, 4, 1000);
  const double before = *split_rhat(chains);
  for (auto& chain : chains) {
    for (double& draw : chain) draw = std::exp(20 * draw);
  }
  EXPECT_NEAR(*ess_bulk(chains), *ess_bulk(autoregressive(0, 4, 1000)), 1e-6);
  EXPECT_NEAR(*split_rhat(chains), before, 0.02);
}

TEST(Chains, NothingIsSaidOfTooFewOrConstantDraws) {
  EXPECT_FALSE(split_rhat({}));
  EXPECT_FALSE(split_rhat({{1, 2, 3}, {2, 3, 4}}));
  EXPECT_FALSE(ess_bulk({{5, 5, 5, 5, 5, 5}, {5, 5, 5, 5, 5, 5}}));
  EXPECT_FALSE(ess_tail({{5, 5, 5, 5}}));
  EXPECT_FALSE(split_rhat({{5, 5, 5, NAN}}));
  EXPECT_THROW((void)ess_bulk({{1, 2, 3, 4}, {1, 2, 3, 4, 5, 6}}), base::Error);
}

TEST(Chains, AllThreeAtOnceAreThoseAskedForOneByOne) {
  auto chains = autoregressive(0.3, 4, 1000, 0.1);
  for (double& draw : chains[1]) draw = std::round(draw);  // ties, and at the median too
  const Convergence all = convergence(chains);
  EXPECT_EQ(all.rhat, split_rhat(chains));
  EXPECT_EQ(all.ess_bulk, ess_bulk(chains));
  EXPECT_EQ(all.ess_tail, ess_tail(chains));
  EXPECT_FALSE(convergence({{5, 5, 5, 5}}).rhat);
}

// R-hat of distances from the median: the same where they are told as draws of their own.
TEST(Chains, FoldedChainsAreThoseOfDistances) {
  Chains wide = autoregressive(0, 4, 1000), distances = wide;
  for (double& draw : wide[0]) draw *= 3;
  std::vector<double> pooled;
  for (const auto& chain : wide) pooled.insert(pooled.end(), chain.begin(), chain.end());
  const double median = quantile(pooled, 0.5);
  for (std::size_t c = 0; c < wide.size(); ++c) {
    for (std::size_t d = 0; d < wide[c].size(); ++d)
      distances[c][d] = std::abs(wide[c][d] - median);
  }
  EXPECT_NEAR(*split_rhat(wide), *split_rhat(distances), 1e-12);
}

TEST(Chains, QuantilesAreOfTypeSeven) {
  // R: quantile(c(7, 1, 3, 10), c(0, .1, .5, .9, 1))
  const std::vector<double> values{7, 1, 3, 10};
  EXPECT_DOUBLE_EQ(quantile(values, 0), 1);
  EXPECT_DOUBLE_EQ(quantile(values, 0.1), 1.6);
  EXPECT_DOUBLE_EQ(quantile(values, 0.5), 5);
  EXPECT_DOUBLE_EQ(quantile(values, 0.9), 9.1);
  EXPECT_DOUBLE_EQ(quantile(values, 1), 10);
  EXPECT_DOUBLE_EQ(quantile(std::vector<double>{4}, 0.3), 4);
  EXPECT_THROW((void)quantile({}, 0.5), base::Error);
}

}  // namespace sanaq::num
