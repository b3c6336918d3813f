#include "sanaq/link/distances.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace sanaq::link {
namespace {

// Two rows back are needed for a swap; 64 letters on the stack cover nearly every cell.
template <typename Row>
int osa_rows(std::u32string_view left, std::u32string_view right, int limit, Row& before, Row& last,
             Row& now) {
  for (std::size_t j = 0; j <= right.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= left.size(); ++i) {
    now[0] = static_cast<int>(i);
    int least = now[0];
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const int change = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      int cost = std::min({change, last[j] + 1, now[j - 1] + 1});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        cost = std::min(cost, before[j - 2] + 1);
      }
      now[j] = cost;
      least = std::min(least, cost);
    }
    if (least > limit) return limit + 1;
    std::swap(before, last);
    std::swap(last, now);
  }
  return std::min(last[right.size()], limit + 1);
}

struct Matches {
  double count = 0, transposed = 0;
};

template <typename Flags>
Matches matching_letters(std::u32string_view left, std::u32string_view right, Flags& used_left,
                         Flags& used_right) {
  const std::size_t longer = std::max(left.size(), right.size());
  const std::size_t reach = longer / 2 > 0 ? longer / 2 - 1 : 0;
  Matches matches;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const std::size_t end = std::min(right.size(), i + reach + 1);
    for (std::size_t j = i > reach ? i - reach : 0; j < end; ++j) {
      if (used_right[j] || left[i] != right[j]) continue;
      used_left[i] = used_right[j] = 1;
      ++matches.count;
      break;
    }
  }
  std::size_t j = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (!used_left[i]) continue;
    while (!used_right[j]) ++j;
    if (left[i] != right[j++]) ++matches.transposed;
  }
  return matches;
}

Matches matching_letters(std::u32string_view left, std::u32string_view right) {
  if (left.size() <= 64 && right.size() <= 64) {
    std::array<char, 64> used_left{}, used_right{};
    return matching_letters(left, right, used_left, used_right);
  }
  std::vector<char> used_left(left.size()), used_right(right.size());
  return matching_letters(left, right, used_left, used_right);
}

}  // namespace

int osa_distance(std::u32string_view left, std::u32string_view right, int limit) {
  while (!left.empty() && !right.empty() && left.front() == right.front()) {
    left.remove_prefix(1);
    right.remove_prefix(1);
  }
  while (!left.empty() && !right.empty() && left.back() == right.back()) {
    left.remove_suffix(1);
    right.remove_suffix(1);
  }
  const auto gap = static_cast<std::size_t>(
      std::abs(static_cast<std::int64_t>(left.size()) - static_cast<std::int64_t>(right.size())));
  if (gap > static_cast<std::size_t>(limit)) return limit + 1;
  if (right.size() < 64) {
    std::array<int, 65> before{}, last{}, now{};
    return osa_rows(left, right, limit, before, last, now);
  }
  std::vector<int> before(right.size() + 1), last(right.size() + 1), now(right.size() + 1);
  return osa_rows(left, right, limit, before, last, now);
}

double jaro_winkler(std::u32string_view left, std::u32string_view right) {
  if (left == right) return 1;
  if (left.empty() || right.empty()) return 0;
  const Matches matches = matching_letters(left, right);
  if (matches.count == 0) return 0;
  const double jaro = (matches.count / static_cast<double>(left.size()) +
                       matches.count / static_cast<double>(right.size()) +
                       (matches.count - std::floor(matches.transposed / 2)) / matches.count) /
                      3;
  if (jaro <= 0.7) return jaro;
  std::size_t prefix = 0;
  const std::size_t most = std::min({left.size(), right.size(), std::size_t{4}});
  while (prefix < most && left[prefix] == right[prefix]) ++prefix;
  return jaro + 0.1 * static_cast<double>(prefix) * (1 - jaro);
}

}  // namespace sanaq::link
