#include "sanaq/text/nearest_word.h"

#include <algorithm>
#include <numeric>

#include "sanaq/text/fold.h"

namespace sanaq::text {
namespace {

// Levenshtein (1966), row by row, in bytes.
std::size_t edit_distance(std::string_view left, std::string_view right) {
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest_word(std::string_view word, const std::vector<std::string>& known) {
  constexpr std::size_t compared_bytes_max = 200;
  const std::string wanted = fold(word.substr(0, compared_bytes_max));
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, wanted.size() / 2) + 1;
  for (const std::string& candidate : known) {
    const std::string name = fold(std::string_view(candidate).substr(0, compared_bytes_max));
    const std::size_t distance = edit_distance(wanted, name);
    if (distance < best_distance && distance < name.size()) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace sanaq::text
