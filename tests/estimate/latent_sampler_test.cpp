#include "sanaq/estimate/latent_sampler.h"

#include <gtest/gtest.h>

#include <cmath>

#include "help/mse_tables.h"
#include "help/scratch.h"
#include "latent_gibbs.h"
#include "sanaq/num/chains.h"
#include "table_of_counts.h"

namespace sanaq::estimate {
namespace {

std::vector<double> pooled(const num::Chains& chains) {
  std::vector<double> all;
  for (const auto& chain : chains) all.insert(all.end(), chain.begin(), chain.end());
  return all;
}

}  // namespace

TEST(LatentSampler, TheSlowTwinSamplesTheSameTotals) {
  const std::vector<std::int64_t> counts{0, 69, 55, 21, 63, 17, 18, 28};
  const LatentData data = latent_data(table_of_counts(counts));
  LatentSampler sampler(data, 4, 1, 0);
  sampler.warm_up(1500);
  const LatentDraws fast = sampler.sample(8000);
  num::Chains slow(4);
  for (std::size_t chain = 0; chain < slow.size(); ++chain) {
    LatentGibbs gibbs(counts, 3, 4, chain);
    for (int i = 0; i < 2000; ++i) (void)gibbs.iterate();
    for (int i = 0; i < 40000; ++i) slow[chain].push_back(gibbs.iterate());
  }
  ASSERT_LT(*num::split_rhat(fast.total), 1.01);
  ASSERT_LT(*num::split_rhat(slow), 1.03);
  for (const double level : {0.1, 0.5, 0.9}) {
    const double quick = num::quantile(pooled(fast.total), level) - 271,
                 plain = num::quantile(pooled(slow), level) - 271;
    EXPECT_NEAR(quick / plain, 1, 0.05) << level;
  }
}

// Of so few people the prior decides, and classes change their places all the time: a wrong chance
// of the way back would show.
TEST(LatentSampler, OfVeryFewPeopleTheSlowTwinSamplesTheSameToo) {
  const std::vector<std::int64_t> counts{0, 3, 2, 2, 2, 1, 1, 3};
  LatentSampler sampler(latent_data(table_of_counts(counts)), 8, 1, 0);
  sampler.warm_up(1500);
  const LatentDraws fast = sampler.sample(30000);
  num::Chains slow(4);
  for (std::size_t chain = 0; chain < slow.size(); ++chain) {
    LatentGibbs gibbs(counts, 3, 8, chain);
    for (int i = 0; i < 2000; ++i) (void)gibbs.iterate();
    for (int i = 0; i < 70000; ++i) slow[chain].push_back(gibbs.iterate());
  }
  const auto mean_log_unlisted = [](const num::Chains& totals) {
    const std::vector<double> all = pooled(totals);
    double sum = 0;
    for (const double total : all) sum += std::log(total - 14 + 0.5);
    return sum / static_cast<double>(all.size());
  };
  EXPECT_NEAR(mean_log_unlisted(fast.total), mean_log_unlisted(slow), 0.01);
}

// One class: lists are independent, and the posterior is known in closed form up to a sum over N.
TEST(LatentSampler, OneClassHasTheExactPosterior) {
  const std::vector<std::int64_t> counts{0, 30, 25, 12, 20, 8, 9, 6};
  const LatentData data = latent_data(table_of_counts(counts));
  LatentSampler sampler(data, 1, 1, 0);
  sampler.warm_up(500);
  const LatentDraws draws = sampler.sample(10000);
  const double n = 110, sizes[]{56, 52, 43};
  std::vector<double> log_posterior;
  for (double total = n; total < 3000; ++total) {
    double value = std::lgamma(total) - std::lgamma(total - n + 1);
    for (const double size : sizes)
      value += std::lgamma(size + 1) + std::lgamma(total - size + 1) - std::lgamma(total + 2);
    log_posterior.push_back(value);
  }
  const double all = num::log_sum_exp(log_posterior);
  double below = 0;
  const double median = num::quantile(pooled(draws.total), 0.5),
               high = num::quantile(pooled(draws.total), 0.95);
  double at_median = 0, at_high = 0;
  for (std::size_t i = 0; i < log_posterior.size(); ++i) {
    below += std::exp(log_posterior[i] - all);
    if (n + static_cast<double>(i) <= median) at_median = below;
    if (n + static_cast<double>(i) <= high) at_high = below;
  }
  EXPECT_NEAR(at_median, 0.5, 0.02);
  EXPECT_NEAR(at_high, 0.95, 0.01);
}

// With a large alpha the last class can hold nearly everybody, which no small move and no
// relabelling leaves: without carrying a class to another place a chain of this table stayed there
// for 10,000 sweeps.
TEST(LatentSampler, NoChainStaysWhereTheLastClassIsTheLargest) {
  const auto counts = help::mse_table("western_us_5");
  if (!counts) GTEST_SKIP() << help::skip_words;
  const LatentData data = latent_data(table_of_counts(*counts));
  for (const std::uint64_t seed : {1, 2, 9}) {
    LatentSampler sampler(data, 10, seed, 0);
    sampler.warm_up(1000);
    const LatentDraws draws = sampler.sample(5000);
    EXPECT_LT(*num::split_rhat(draws.total), 1.01) << seed;
    EXPECT_LT(*num::split_rhat(draws.log_likelihood), 1.02) << seed;
  }
}

// The likelihood's power ends at one: chains that go on sample what chains without it do.
TEST(LatentSampler, AnnealingLeavesTheWholeLikelihood) {
  const LatentData data = latent_data(table_of_counts({0, 69, 55, 21, 63, 17, 18, 28}));
  LatentSampler annealed(data, 4, 1, 0), plain(data, 4, 2, 0);
  annealed.anneal(200);
  annealed.warm_up(500);
  plain.warm_up(1000);
  num::Chains together = annealed.sample(8000).total;
  for (auto& chain : plain.sample(8000).total) together.push_back(std::move(chain));
  EXPECT_LT(*num::split_rhat(together), 1.01);
}

TEST(LatentSampler, TheStepIsTunedToTheAcceptanceWanted) {
  const LatentData data = latent_data(table_of_counts({0, 69, 55, 21, 63, 17, 18, 28}));
  LatentSampler sampler(data, 10, 1, 0);
  sampler.warm_up(1500);
  double sum = 0;
  for (int i = 0; i < 300; ++i) {
    (void)sampler.sample(1);
    sum += sampler.acceptance();
  }
  EXPECT_NEAR(sum / 300, 0.8, 0.08);
}

TEST(LatentSampler, SplittingARunChangesNothing) {
  const LatentData data = latent_data(table_of_counts({0, 69, 55, 21, 63, 17, 18, 28}));
  LatentSampler whole(data, 6, 5, 0), parted(data, 6, 5, 0);
  const auto all = whole.sample(30).total[2];
  auto some = parted.sample(11).total[2];
  const auto rest = parted.sample(19).total[2];
  some.insert(some.end(), rest.begin(), rest.end());
  EXPECT_EQ(all, some);
}

TEST(LatentSampler, BlocksAreDifferentChains) {
  const LatentData data = latent_data(table_of_counts({0, 69, 55, 21, 63, 17, 18, 28}));
  EXPECT_NE(LatentSampler(data, 6, 5, 0).sample(5).total[0],
            LatentSampler(data, 6, 5, 1).sample(5).total[0]);
}

}  // namespace sanaq::estimate
