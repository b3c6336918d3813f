#include "sanaq/num/hypergeometric.h"

#include <algorithm>
#include <cmath>

#include "sanaq/base/check.h"
#include "sanaq/num/special.h"

namespace sanaq::num {
namespace {

constexpr double negligible = 1e-17;  // of the largest weight

double real(std::int64_t value) { return static_cast<double>(value); }

std::int64_t least(const TwoGroups& groups) {
  return std::max<std::int64_t>(0, groups.first + groups.second - groups.all);
}

std::int64_t most(const TwoGroups& groups) { return std::min(groups.first, groups.second); }

double log_weight(const TwoGroups& groups, std::int64_t both) {
  return log_choose(groups.first, both) +
         log_choose(groups.all - groups.first, groups.second - both) +
         real(both) * std::log(groups.odds);
}

// Weight of k + 1 over that of k: it falls as k grows.
double ratio_after(const TwoGroups& groups, std::int64_t k) {
  return real(groups.first - k) * real(groups.second - k) * groups.odds /
         (real(k + 1) * real(groups.all - groups.first - groups.second + k + 1));
}

// The likeliest number in both.
std::int64_t mode(const TwoGroups& groups) {
  std::int64_t low = least(groups), high = most(groups);
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (ratio_after(groups, middle) < 1) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

// Weights from `from` upwards, over that of `from`; `from` is the mode or above it, so they fall.
double sum_upwards(const TwoGroups& groups, std::int64_t from) {
  double sum = 1, weight = 1;
  for (std::int64_t k = from; k < most(groups) && weight > negligible * sum; ++k) {
    weight *= ratio_after(groups, k);
    sum += weight;
  }
  return sum;
}

// Weights below `from`, down to `to`, over that of `from`; `from` is the mode or below it.
double sum_downwards(const TwoGroups& groups, std::int64_t from, std::int64_t to) {
  double sum = 0, weight = 1;
  for (std::int64_t k = from; k > to && weight > negligible * (1 + sum); --k) {
    weight /= ratio_after(groups, k - 1);
    sum += weight;
  }
  return sum;
}

void check_groups(const TwoGroups& groups) {
  base::check(groups.first >= 0 && groups.second >= 0 && groups.first <= groups.all &&
                  groups.second <= groups.all && groups.odds > 0,
              "two groups among all, and odds above 0");
}

}  // namespace

double log_at_least_in_both(const TwoGroups& groups, std::int64_t both) {
  check_groups(groups);
  if (both > most(groups)) return -INFINITY;
  if (both <= least(groups)) return 0;
  const std::int64_t top = mode(groups);
  const double everything = sum_upwards(groups, top) + sum_downwards(groups, top, least(groups));
  if (both <= top) {
    const double part = sum_upwards(groups, top) + sum_downwards(groups, top, both);
    return std::min(0.0, std::log(part / everything));
  }
  return std::min(0.0, log_weight(groups, both) - log_weight(groups, top) +
                           std::log(sum_upwards(groups, both) / everything));
}

double log_none_in_both(const TwoGroups& groups) {
  check_groups(groups);
  if (least(groups) > 0) return -INFINITY;
  if (most(groups) == 0) return 0;
  if (groups.odds == 1) {  // all weights sum to C(all, second)
    return std::min(0.0, log_weight(groups, 0) - log_choose(groups.all, groups.second));
  }
  const std::int64_t top = mode(groups);
  return std::min(0.0, log_weight(groups, 0) - log_weight(groups, top) -
                           std::log(sum_upwards(groups, top) + sum_downwards(groups, top, 0)));
}

}  // namespace sanaq::num
