#include "sanaq/estimate/pooling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sanaq/num/rng.h"

namespace sanaq::estimate {
namespace {

// Draws of a stratum whose log(N / n) is near `middle`.
StratumDraws stratum(double observed, double middle, double sd, std::uint64_t index) {
  num::Rng rng(1, "test.pooling", index);
  StratumDraws draws{observed, {}};
  while (draws.totals.size() < 4000) {
    const double x = middle + sd * rng.normal();
    if (x >= 0) draws.totals.push_back(std::round(observed * std::exp(x)));
  }
  return draws;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

TEST(Pooling, EveryDrawAddsUp) {
  const PooledDraws pooled =
      pool_strata({stratum(100, 0.5, 0.2, 1), stratum(50, 1, 0.5, 2)}, 0, 500, 1, 0);
  const auto sums = pooled.sums();
  for (std::size_t draw = 0; draw < sums.size(); ++draw)
    EXPECT_EQ(sums[draw], pooled.totals[0][draw] + pooled.totals[1][draw]);
}

TEST(Pooling, AStratumThatSaysLittleLeansOnTheOthersOneThatSaysMuchDoesNot) {
  std::vector<StratumDraws> strata{stratum(100, 2, 1, 9)};  // alone: 740, and hardly sure
  for (std::uint64_t s = 0; s < 6; ++s) strata.push_back(stratum(400, 0.5, 0.05, s));
  const PooledDraws pooled = pool_strata(strata, 0, 4000, 1, 0);
  EXPECT_LT(median(pooled.totals[0]), 300);
  EXPECT_GT(median(pooled.totals[0]), 150);
  EXPECT_NEAR(median(pooled.totals[1]) / median(strata[1].totals), 1, 0.02);
  EXPECT_NEAR(pooled.mean_log_ratio, 0.5, 0.2);
}

TEST(Pooling, StrataThatDifferAreLeftApart) {
  std::vector<StratumDraws> strata;
  for (std::uint64_t s = 0; s < 6; ++s)
    strata.push_back(stratum(300, 0.3 + 0.4 * static_cast<double>(s), 0.1, s));
  const PooledDraws pooled = pool_strata(strata, 0, 4000, 1, 0);
  for (std::size_t s = 0; s < strata.size(); ++s)
    EXPECT_NEAR(median(pooled.totals[s]) / median(strata[s].totals), 1, 0.05);
  EXPECT_GT(pooled.sd_log_ratio, 0.4);
}

TEST(Pooling, TheTotalIsNoSurerThanItIsWithoutStrata) {
  std::vector<StratumDraws> strata;
  for (std::uint64_t s = 0; s < 8; ++s) strata.push_back(stratum(100, 1, 0.4, s));
  const PooledDraws apart = pool_strata(strata, 0, 4000, 1, 0);
  EXPECT_EQ(apart.shared_doubt, 0);
  const double wanted = 2 * log_variance(apart.sums());
  const PooledDraws together = pool_strata(strata, wanted, 4000, 1, 0);
  EXPECT_GT(together.shared_doubt, 0);
  EXPECT_GE(log_variance(together.sums()), wanted);
}

TEST(Pooling, TheOrderOfStrataMovesNothingBeyondTheDraws) {
  const StratumDraws a = stratum(100, 0.5, 0.3, 1), b = stratum(80, 1.2, 0.6, 2);
  const double one = median(pool_strata({a, b}, 0, 4000, 1, 0).sums());
  const double other = median(pool_strata({b, a}, 0, 4000, 1, 0).sums());
  EXPECT_NEAR(one / other, 1, 0.02);
}

}  // namespace
}  // namespace sanaq::estimate
