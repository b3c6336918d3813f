#include "sanaq/link/likeness.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "sanaq/link/columns.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {
namespace {

constexpr double no_bound = std::numeric_limits<double>::infinity();

// Levels between equality and "differs" whose sides can be equal.
bool is_likeness(Kind kind, std::size_t level, std::size_t level_count) {
  return kind != Kind::name && level >= exact_levels && level + 1 < level_count &&
         level_class(kind, static_cast<int>(level)) == 0;
}

}  // namespace

bool have_same_words(const Feature& feature, std::uint32_t left, std::uint32_t right) {
  return feature.tokens[left] == feature.tokens[right];
}

bool may_be_bounded(const Feature& feature, const FieldModel& own, std::size_t level) {
  return feature.chance_share <= 0 && is_likeness(feature.kind, level, own.m.size());
}

double most_of_likeness(const Feature& feature, const FieldModel& own, std::size_t level,
                        std::uint32_t left, std::uint32_t right) {
  if (!may_be_bounded(feature, own, level)) return no_bound;
  const auto filled = static_cast<double>(feature.filled_whole);
  const auto [rarer, frequent] = std::minmax(feature.counts[left], feature.counts[right]);
  // Of the pairs with equal values, those of two persons.
  const double of_two = std::clamp(exact_share(own.u) / feature.equal_share, 0.05, 1.0);
  const double as_equal = filled / std::max<double>(2, frequent) / of_two;
  return std::log(rarer < 2 ? as_equal : std::min(as_equal, own.m[level] * filled / rarer));
}

double most_of_names(const Feature& feature, const FieldModel& own, std::size_t level,
                     std::uint32_t left, std::uint32_t right) {
  if (feature.value_share.empty()) return no_bound;
  const double equal_m = std::accumulate(own.m.begin(), own.m.begin() + equal_names, 0.0);
  const std::vector<double>& shares =
      have_same_words(feature, left, right) ? feature.letter_share : feature.value_share;
  const double as_equal = std::log(equal_m / std::max(shares[left], shares[right]));
  return level < equal_names ? as_equal : std::min(as_equal, std::log(own.m[level] / own.u[level]));
}

}  // namespace sanaq::link
