#include "sanaq/tables/nearest.h"

#include <algorithm>
#include <numeric>

#include "sanaq/text/fold.h"

namespace sanaq::tables {
namespace {

// Levenshtein (1966), row by row.
std::size_t edits(const std::string& left, const std::string& right) {
  std::vector<std::size_t> row(right.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t at = 0; at < left.size(); ++at) {
    std::size_t diagonal = row[0];
    row[0] = at + 1;
    for (std::size_t to = 0; to < right.size(); ++to) {
      const std::size_t replaced = diagonal + (left[at] == right[to] ? 0 : 1);
      diagonal = row[to + 1];
      row[to + 1] = std::min({replaced, row[to] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates) {
  constexpr std::size_t compared_bytes_max = 200;
  const std::string wanted = text::fold(word.substr(0, compared_bytes_max));
  std::optional<std::string> best;
  std::size_t best_edits = 0;
  for (const std::string& candidate : candidates) {
    const std::size_t count =
        edits(wanted, text::fold(std::string_view(candidate).substr(0, compared_bytes_max)));
    if (best && count >= best_edits) continue;
    best = candidate;
    best_edits = count;
  }
  return best;
}

}  // namespace sanaq::tables
