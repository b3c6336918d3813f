// What the cells of a column look like, for where its header says nothing.
#pragma once
#include <string_view>
#include <vector>

namespace sanaq::tables {

enum class ContentKind { nothing, name, date, age, sex };

// Of the cells that hold something. At least four in five must be of the kind; of names two in
// three of those that are no number and no word for nobody. Names are two words or more that begin
// with capitals (in scripts that have them), hardly ever the same twice, and not the words of an
// address; ages are whole numbers up to 120 that do not count the rows.
[[nodiscard]] ContentKind content_of(const std::vector<std::string_view>& cells);

// Two words or more that a name can have, and none that it cannot: what content_of asks of names.
[[nodiscard]] bool looks_like_name(std::string_view cell);

// Words that mark a place or an address: "г. Тасбулак", "село", "street".
[[nodiscard]] bool has_place_word(std::string_view cell);

}  // namespace sanaq::tables
