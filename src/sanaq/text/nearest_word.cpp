#include "sanaq/text/nearest_word.h"

#include <algorithm>

#include "sanaq/text/edit_distance.h"
#include "sanaq/text/fold.h"

namespace sanaq::text {
std::string nearest_word(std::string_view word, const std::vector<std::string>& known) {
  constexpr std::size_t compared_bytes_max = 200;
  const std::string wanted = fold(word.substr(0, compared_bytes_max));
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, wanted.size() / 2) + 1;
  for (const std::string& candidate : known) {
    const std::string name = fold(std::string_view(candidate).substr(0, compared_bytes_max));
    const std::size_t distance = levenshtein(std::string_view(wanted), name);
    if (distance < best_distance && distance < name.size()) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace sanaq::text
