#include "sanaq/estimate/contained_lists.h"

#include <algorithm>
#include <cmath>

#include "sanaq/num/hypergeometric.h"

namespace sanaq::estimate {
namespace {

constexpr double share_nearly = 0.9;
// The prior of an interaction has mean 1.2 and deviation 1 at most (backtested.h): exp(1.2 + 1.8).
constexpr double odds_max = 20;

double real(std::int64_t value) { return static_cast<double>(value); }

}  // namespace

std::optional<Containment> containment(const Meeting& lists, double pairs) {
  const std::int64_t smaller = std::min(lists.on_first, lists.on_second);
  if (smaller == 0 || real(lists.on_both) < share_nearly * real(smaller)) return std::nullopt;
  Containment found{lists.second, lists.first, lists.on_both == smaller, 0, false};
  if (lists.on_first < lists.on_second) std::swap(found.inner, found.outer);
  const num::TwoGroups groups{lists.covered, lists.on_first, lists.on_second,
                              found.is_whole ? 1 : odds_max};
  found.log_probability =
      std::min(0.0, num::log_at_least_in_both(groups, lists.on_both) + std::log(pairs));
  const std::int64_t either = lists.on_first + lists.on_second - lists.on_both;
  found.is_twice = real(lists.on_both) >= share_nearly * real(either);
  return found;
}

}  // namespace sanaq::estimate
