#include "sanaq/num/hypergeometric.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "sanaq/num/rng.h"

namespace sanaq::num {
namespace {

// Every number in both, by Pascal's triangle.
double choose(int n, int k) {
  if (k < 0 || k > n) return 0;
  double ways = 1;
  for (int i = 1; i <= k; ++i) ways = ways * (n - k + i) / i;
  return ways;
}

double slowly(const TwoGroups& groups, int from, int to) {
  const int all = static_cast<int>(groups.all), first = static_cast<int>(groups.first),
            second = static_cast<int>(groups.second);
  double part = 0, whole = 0;
  for (int k = 0; k <= all; ++k) {
    const double weight =
        choose(first, k) * choose(all - first, second - k) * std::pow(groups.odds, k);
    whole += weight;
    part += from <= k && k <= to ? weight : 0;
  }
  return part / whole;
}

}  // namespace

RC_GTEST_PROP(Hypergeometric, AgreesWithCountingEveryWay, (std::uint64_t seed)) {
  Rng rng(seed, "groups");
  TwoGroups groups;
  groups.all = static_cast<std::int64_t>(1 + rng.below(30));
  groups.first = static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(groups.all) + 1));
  groups.second = static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(groups.all) + 1));
  groups.odds = rng.below(2) == 0 ? 1 : std::exp(4 * rng.uniform() - 1);
  for (int both = 0; both <= groups.all; ++both) {
    const double slow = slowly(groups, both, 1000),
                 fast = std::exp(log_at_least_in_both(groups, both));
    RC_ASSERT(std::abs(slow - fast) < 1e-9 * std::max(slow, 1e-12) + 1e-15);
  }
  const double none = slowly(groups, 0, 0);
  RC_ASSERT(std::abs(std::exp(log_none_in_both(groups)) - none) < 1e-9 * none + 1e-15);
}

RC_GTEST_PROP(Hypergeometric, TheOrderOfTheGroupsDoesNotMatter, (std::uint64_t seed)) {
  Rng rng(seed, "order");
  const auto all = static_cast<std::int64_t>(1000 + rng.below(1'000'000));
  const auto first = static_cast<std::int64_t>(rng.below(1000)),
             second = static_cast<std::int64_t>(rng.below(1000));
  const auto both = static_cast<std::int64_t>(rng.below(20));
  const TwoGroups one{all, first, second, 1}, other{all, second, first, 1};
  const double left = log_at_least_in_both(one, both), right = log_at_least_in_both(other, both);
  RC_ASSERT(left == right || std::abs(left - right) < 1e-7 * (1 + std::abs(left)));
}

// A list of five inside one of 300 among 1,000 is what chance gives once in some four hundred
// tables; one of 300 is not.
TEST(Hypergeometric, FiveInsideAreChanceAndThreeHundredAreNot) {
  EXPECT_NEAR(std::exp(log_at_least_in_both({1000, 300, 5, 1}, 5)), 0.00238, 1e-4);
  EXPECT_LT(log_at_least_in_both({4400, 1131, 300, 1}, 300), -350);
  EXPECT_EQ(log_at_least_in_both({10, 4, 3, 1}, 4), -INFINITY);
  EXPECT_EQ(log_none_in_both({10, 6, 5, 1}), -INFINITY);
}

TEST(Hypergeometric, LargeCountsEndSoonAndStayProbabilities) {
  const std::int64_t all = 1'000'000'000'000;
  const double none = log_none_in_both({all, 1'000'000, 1'000'000, 1});
  EXPECT_NEAR(none, -1, 0.02);
  const double half = std::exp(log_at_least_in_both({all, all / 2, all / 2, 1}, all / 4));
  EXPECT_NEAR(half, 0.5, 1e-3);
}

}  // namespace sanaq::num
