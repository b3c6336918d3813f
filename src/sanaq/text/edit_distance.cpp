#include "sanaq/text/edit_distance.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <vector>

namespace sanaq::text {
namespace {

// Row by row (Wagner, Fischer 1974).
template <typename Text>
std::size_t edits(Text left, Text right) {
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row.back();
}

}  // namespace

std::size_t levenshtein(std::u32string_view left, std::u32string_view right) {
  return edits(left, right);
}

std::size_t levenshtein(std::string_view left, std::string_view right) {
  return edits(left, right);
}

std::size_t damerau_levenshtein(std::u32string_view left, std::u32string_view right) {
  const std::size_t rows = left.size() + 2, columns = right.size() + 2,
                    far = left.size() + right.size();
  std::vector<std::size_t> cells(rows * columns);
  const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& {
    return cells[i * columns + j];
  };
  at(0, 0) = far;
  for (std::size_t i = 0; i <= left.size(); ++i) {
    at(i + 1, 0) = far;
    at(i + 1, 1) = i;
  }
  for (std::size_t j = 0; j <= right.size(); ++j) {
    at(0, j + 1) = far;
    at(1, j + 1) = j;
  }
  std::map<char32_t, std::size_t> last_row;  // where a letter was last seen in `left`, 1-based
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::size_t last_column = 0;  // where left[i-1] was last seen in `right`
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const auto found = last_row.find(right[j - 1]);
      const std::size_t row = found == last_row.end() ? 0 : found->second, column = last_column;
      const bool same = left[i - 1] == right[j - 1];
      if (same) last_column = j;
      at(i + 1, j + 1) = std::min({at(i, j) + (same ? 0 : 1), at(i + 1, j) + 1, at(i, j + 1) + 1,
                                   at(row, column) + (i - row - 1) + 1 + (j - column - 1)});
    }
    last_row[left[i - 1]] = i;
  }
  return at(left.size() + 1, right.size() + 1);
}

double jaro(std::u32string_view left, std::u32string_view right) {
  if (left.empty() || right.empty()) return left.empty() && right.empty() ? 1 : 0;
  const std::size_t longer = std::max(left.size(), right.size());
  const std::size_t reach = longer / 2 > 0 ? longer / 2 - 1 : 0;
  std::vector<bool> taken(right.size());
  std::vector<char32_t> matched_left, matched_right;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const std::size_t from = i > reach ? i - reach : 0, to = std::min(right.size(), i + reach + 1);
    for (std::size_t j = from; j < to; ++j) {
      if (taken[j] || left[i] != right[j]) continue;
      taken[j] = true;
      matched_left.push_back(left[i]);
      break;
    }
  }
  if (matched_left.empty()) return 0;
  for (std::size_t j = 0; j < right.size(); ++j) {
    if (taken[j]) matched_right.push_back(right[j]);
  }
  std::size_t out_of_order = 0;
  for (std::size_t at = 0; at < matched_left.size(); ++at)
    out_of_order += matched_left[at] != matched_right[at] ? 1 : 0;
  const std::size_t transposed = out_of_order / 2;
  const double matches = static_cast<double>(matched_left.size());
  return (matches / static_cast<double>(left.size()) + matches / static_cast<double>(right.size()) +
          (matches - static_cast<double>(transposed)) / matches) /
         3;
}

}  // namespace sanaq::text
