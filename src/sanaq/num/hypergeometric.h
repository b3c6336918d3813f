// How many people are in both of two groups of fixed sizes that were put together by chance.
#pragma once
#include <cstdint>

namespace sanaq::num {

// `all` persons, of whom `first` are in one group and `second` in another. Weights of each possible
// number k in both: C(first, k) C(all - first, second - k) odds^k, Fisher's noncentral
// hypergeometric distribution (Fisher 1935); with odds 1 the two groups are independent. 0 <=
// first, second <= all <= 10^12, odds > 0.
struct TwoGroups {
  std::int64_t all = 0, first = 0, second = 0;
  double odds = 1;
};

// Returns the natural log of the probability that at least `both` are in both groups; minus
// infinity if so many cannot be.
[[nodiscard]] double log_at_least_in_both(const TwoGroups& groups, std::int64_t both);

// Returns the natural log of the probability that nobody is in both groups; minus infinity if
// somebody must be.
[[nodiscard]] double log_none_in_both(const TwoGroups& groups);

}  // namespace sanaq::num
