// What the cells of a column look like, for columns whose header says nothing.
#pragma once
#include <string_view>
#include <vector>

namespace sanaq::tables {

enum class ContentKind { nothing, name, date, age, sex };

// Judges the cells that are not empty. At least four in five must be of the kind; for names, two in
// three of those that are neither a number nor a word for nobody. Names are two words or more that
// begin with capitals (in scripts that have them), hardly ever the same twice, and not the words of
// an address. Ages are whole numbers up to 120 that do not count the rows.
[[nodiscard]] ContentKind content_of(const std::vector<std::string_view>& cells);

// Returns true for two words or more that a name can have, and none that it cannot; content_of uses
// this for names.
[[nodiscard]] bool looks_like_name(std::string_view cell);

// Returns true if a cell has a word that marks a place or an address: "г. Тасбулак", "село",
// "street".
[[nodiscard]] bool has_place_word(std::string_view cell);

}  // namespace sanaq::tables
