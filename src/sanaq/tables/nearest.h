// The word that somebody probably meant.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::tables {

// The candidate with the fewest letters changed from `word` (bytes, after folding); of equals the
// first. None where there is no candidate.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 const std::vector<std::string>& candidates);

}  // namespace sanaq::tables
