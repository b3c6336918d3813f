#include "sanaq/tables/nearest.h"

#include "sanaq/text/edit_distance.h"
#include "sanaq/text/name.h"

namespace sanaq::tables {

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates) {
  constexpr std::size_t compared_bytes_max = 200;
  const std::string wanted = text::fold(word.substr(0, compared_bytes_max));
  std::optional<std::string> best;
  std::size_t best_edits = 0;
  for (const std::string& candidate : candidates) {
    const std::size_t count = text::levenshtein(
        wanted, text::fold(std::string_view(candidate).substr(0, compared_bytes_max)));
    if (best && count >= best_edits) continue;
    best = candidate;
    best_edits = count;
  }
  return best;
}

}  // namespace sanaq::tables
