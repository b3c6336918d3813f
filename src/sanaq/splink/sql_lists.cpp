#include "sanaq/splink/sql_lists.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace sanaq::splink {
namespace {

SqlValue most(std::span<const SqlValue> values, int sign) {
  SqlValue best;
  for (const SqlValue& value : values) {
    if (is_null(value)) continue;
    if (is_null(best) || compare(value, best).value_or(0) * sign > 0) best = value;
  }
  return best;
}

}  // namespace

SqlList common_values(const SqlList& left, const SqlList& right) {
  std::unordered_set<std::string> among;
  for (const SqlValue& value : right) {
    if (const auto text = as_text(value)) among.insert(*text);
  }
  SqlList common;
  for (const SqlValue& value : left) {
    const auto text = as_text(value);
    if (text && among.erase(*text) > 0) common.push_back(value);
  }
  return common;
}

SqlValue least_value(std::span<const SqlValue> values) { return most(values, -1); }
SqlValue largest_value(std::span<const SqlValue> values) { return most(values, 1); }

SqlValue value_at(const SqlList& list, double place) {
  const auto size = static_cast<double>(list.size());
  if (place < 0) place += size + 1;
  if (!(place >= 1 && place <= size)) return {};
  return list[static_cast<std::size_t>(place) - 1];
}

SqlList flattened(const SqlList& lists) {
  SqlList flat;
  for (const SqlValue& value : lists) {
    if (const auto list = as_list(value)) flat.insert(flat.end(), list->begin(), list->end());
  }
  return flat;
}

std::optional<double> cosine_similarity(const SqlList& left, const SqlList& right) {
  if (left.size() != right.size()) return std::nullopt;
  double product = 0, left_square = 0, right_square = 0;
  for (std::size_t at = 0; at < left.size(); ++at) {
    const auto a = as_number(left[at]), b = as_number(right[at]);
    if (!a || !b) return std::nullopt;
    product += *a * *b;
    left_square += *a * *a;
    right_square += *b * *b;
  }
  const double similarity = product / std::sqrt(left_square * right_square);
  return std::isnan(similarity) ? similarity : std::clamp(similarity, -1.0, 1.0);
}

}  // namespace sanaq::splink
