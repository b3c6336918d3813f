#include "sanaq/num/rng.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/num/special.h"

namespace sanaq::num {
namespace {

constexpr int draws = 200000;

struct Moments {
  double mean = 0, variance = 0;
};

Moments moments(const std::function<double()>& draw) {
  double sum = 0, squares = 0;
  for (int i = 0; i < draws; ++i) {
    const double x = draw();
    sum += x;
    squares += x * x;
  }
  const double mean = sum / draws;
  return {mean, squares / draws - mean * mean};
}

// Five standard errors of the mean; the variance to 3 %.
void expect_moments(const std::function<double()>& draw, double mean, double variance) {
  const Moments found = moments(draw);
  EXPECT_NEAR(found.mean, mean, 5 * std::sqrt(variance / draws));
  EXPECT_NEAR(found.variance / variance, 1, 0.03);
}

// Pearson's test of counts against a log probability, cells with fewer than 10 expected pooled; p >
// 1e-4 at this seed.
void expect_fit(const std::function<std::int64_t()>& draw,
                const std::function<double(std::int64_t)>& log_probability) {
  std::map<std::int64_t, int> counts;
  for (int i = 0; i < draws; ++i) ++counts[draw()];
  double statistic = 0, rest_expected = draws, rest_found = draws;
  int cells = 0;
  for (const auto& [value, found] : counts) {
    const double expected = draws * std::exp(log_probability(value));
    if (expected < 10) continue;
    statistic += (found - expected) * (found - expected) / expected;
    rest_expected -= expected;
    rest_found -= found;
    ++cells;
  }
  if (rest_expected > 10) {
    statistic += (rest_found - rest_expected) * (rest_found - rest_expected) / rest_expected;
    ++cells;
  }
  EXPECT_GT(chi_squared_survival(statistic, cells - 1), 1e-4) << statistic << " over " << cells;
}

// Kolmogorov's test of draws whose distribution function is known: D sqrt(n) < 2.2, p about 1e-4.
void expect_uniform(const std::function<double()>& draw_on_unit) {
  std::vector<double> values;
  for (int i = 0; i < draws; ++i) values.push_back(draw_on_unit());
  std::sort(values.begin(), values.end());
  double largest = 0;
  for (int i = 0; i < draws; ++i) {
    const double value = values[static_cast<std::size_t>(i)];
    largest =
        std::max({largest, std::abs(value - 1.0 * i / draws), std::abs(value - (i + 1.0) / draws)});
  }
  EXPECT_LT(largest * std::sqrt(draws), 2.2);
}

double log_poisson(std::int64_t k, double mean) {
  return static_cast<double>(k) * std::log(mean) - mean - log_factorial(k);
}

double log_binomial(std::int64_t k, std::int64_t n, double p) {
  return log_choose(n, k) + static_cast<double>(k) * std::log(p) +
         static_cast<double>(n - k) * std::log1p(-p);
}

}  // namespace

TEST(Rng, TheStreamIsTheSameForEver) {
  // Found apart from this code: SHA-256 of "1\nestimate\n0" as the state of xoshiro256++.
  Rng rng(1, "estimate", 0);
  Rng again(1, "estimate", 0);
  const std::uint64_t first = rng.bits();
  EXPECT_EQ(first, again.bits());
  EXPECT_EQ(first, 0x256fdc6274f76638ULL);
}

TEST(Rng, SeedPurposeAndIndexEachMakeAnotherStream) {
  std::set<std::uint64_t> firsts;
  for (const std::uint64_t seed : {0, 1, 2}) {
    for (const char* purpose : {"a", "b"}) {
      for (std::uint64_t index = 0; index < 50; ++index)
        firsts.insert(Rng(seed, purpose, index).bits());
    }
  }
  EXPECT_EQ(firsts.size(), 300U);
}

TEST(Rng, ACopyGoesOnAsTheOriginal) {
  Rng rng(3, "copy");
  (void)rng.bits();
  Rng copy = rng;
  for (int i = 0; i < 100; ++i) EXPECT_EQ(rng.bits(), copy.bits());
}

TEST(Rng, UniformDrawsAreUniform) {
  Rng rng(1, "uniform");
  expect_uniform([&] { return rng.uniform(); });
}

TEST(Rng, NormalDrawsFollowTheNormalDistribution) {
  Rng rng(1, "normal");
  expect_uniform([&] { return normal_cdf(rng.normal()); });
  expect_moments([&] { return rng.normal(); }, 0, 1);
}

TEST(Rng, ExponentialDrawsFollowTheExponentialDistribution) {
  Rng rng(1, "exponential");
  expect_uniform([&] { return 1 - std::exp(-rng.exponential()); });
}

TEST(Rng, GammaDrawsHaveTheirMomentsAtEveryShape) {
  for (const double shape : {0.3, 1.0, 2.5, 400.0}) {
    Rng rng(1, "gamma");
    expect_moments([&] { return rng.gamma(shape); }, shape, shape);
  }
}

TEST(Rng, GammaOfHalfAnIntegerIsChiSquared) {
  Rng rng(1, "gamma.chi");
  expect_uniform([&] { return chi_squared_survival(2 * rng.gamma(1.5), 3); });
  Rng small(1, "gamma.small");
  expect_uniform([&] { return chi_squared_survival(2 * small.gamma(0.05), 0.1); });
}

TEST(Rng, LogGammaDrawsDoNotUnderflow) {
  Rng rng(1, "loggamma");
  double smallest = 0;
  for (int i = 0; i < 1000; ++i) {
    const double value = rng.log_gamma_draw(0.001);
    ASSERT_TRUE(std::isfinite(value));
    smallest = std::min(smallest, value);
  }
  EXPECT_LT(smallest, -1000);
  // The mean of the logarithm of a gamma draw is the digamma of its shape.
  Rng other(1, "loggamma.mean");
  EXPECT_NEAR(moments([&] { return other.log_gamma_draw(0.25); }).mean, digamma(0.25), 0.05);
}

TEST(Rng, BetaDrawsHaveTheirMoments) {
  for (const auto& [a, b] : std::vector<std::pair<double, double>>{{1, 1}, {0.2, 0.7}, {30, 4}}) {
    Rng rng(1, "beta");
    expect_moments([&, a = a, b = b] { return rng.beta(a, b); }, a / (a + b),
                   a * b / ((a + b) * (a + b) * (a + b + 1)));
  }
}

TEST(Rng, PoissonDrawsFitTheirProbabilities) {
  for (const double mean : {0.0, 0.4, 9.9, 10.1, 250.0}) {
    Rng rng(1, "poisson");
    if (mean == 0) {
      EXPECT_EQ(rng.poisson(0), 0);
    } else {
      expect_fit([&] { return rng.poisson(mean); },
                 [&](std::int64_t k) { return log_poisson(k, mean); });
    }
  }
}

TEST(Rng, PoissonKeepsItsMomentsAtMeansBeyondAnyTable) {
  Rng rng(1, "poisson.large");
  expect_moments([&] { return (static_cast<double>(rng.poisson(1e12)) - 1e12) / 1e6; }, 0, 1);
}

TEST(Rng, BinomialDrawsFitTheirProbabilities) {
  for (const auto& [n, p] : std::vector<std::pair<std::int64_t, double>>{
           {1, 0.5}, {9, 0.03}, {40, 0.3}, {40, 0.8}, {3000, 0.1}}) {
    Rng rng(1, "binomial");
    expect_fit([&, n = n, p = p] { return rng.binomial(n, p); },
               [&, n = n, p = p](std::int64_t k) { return log_binomial(k, n, p); });
  }
  Rng rng(1, "binomial.ends");
  EXPECT_EQ(rng.binomial(10, 0), 0);
  EXPECT_EQ(rng.binomial(10, 1), 10);
}

TEST(Rng, NegativeBinomialDrawsFitTheirProbabilities) {
  Rng rng(1, "negative");
  const double size = 4.5, p = 0.2;
  expect_fit([&] { return rng.negative_binomial(size, p); },
             [&](std::int64_t k) {
               const double failures = static_cast<double>(k);
               return log_gamma(failures + size) - log_gamma(size) - log_factorial(k) +
                      size * std::log(p) + failures * std::log1p(-p);
             });
}

TEST(Rng, BelowAndCategoricalGiveEachItsShare) {
  Rng rng(1, "below");
  expect_fit([&] { return static_cast<std::int64_t>(rng.below(7)); },
             [](std::int64_t) { return -std::log(7.0); });
  const std::vector<double> weights{0, 1, 0, 3, 6, 0};
  expect_fit([&] { return static_cast<std::int64_t>(rng.categorical(weights)); },
             [&](std::int64_t k) { return std::log(weights[static_cast<std::size_t>(k)] / 10); });
  EXPECT_THROW((void)rng.below(0), base::Error);
}

TEST(Rng, AllSixOrdersOfThreeAreEquallyLikely) {
  Rng rng(1, "permutation");
  expect_fit(
      [&] {
        const auto order = rng.permutation(3);
        return static_cast<std::int64_t>(9 * order[0] + 3 * order[1] + order[2]);
      },
      [](std::int64_t) { return -std::log(6.0); });
}

RC_GTEST_PROP(Rng, APermutationHoldsEachNumberOnce, (std::uint64_t seed)) {
  const auto count = *rc::gen::inRange<std::uint32_t>(0, 60);
  auto order = Rng(seed, "p").permutation(count);
  std::sort(order.begin(), order.end());
  for (std::uint32_t i = 0; i < count; ++i) RC_ASSERT(order[i] == i);
}

}  // namespace sanaq::num
