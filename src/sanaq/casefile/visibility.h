// Who may see a statement: public, restricted or sealed; and everything that was meant to say so.
//
// In doubt, everything here closes: no word means restricted, an unknown word means sealed, and a
// column that seems to say who may see a row, but is not known as such, seals every row.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/schema.h"
#include "sanaq/casefile/table_rows.h"
#include "sanaq/casefile/vocabulary.h"

namespace sanaq::casefile {

// Returns "public", "restricted" or "sealed" for the word itself or its name in English, Russian or
// Kazakh, in any case; nullopt for any other text, also an empty one. An investigation's own
// vocabulary has no effect on this.
[[nodiscard]] std::optional<std::string> visibility_word(std::string_view text);

// Does the same for a text from elsewhere: an empty one is restricted, an unknown one sealed.
[[nodiscard]] std::string visibility_of(std::string_view text);

[[nodiscard]] std::string stricter(std::string_view left, std::string_view right);

// Returns true for a property or key that is "visibility" in some language, alphabet or spelling.
[[nodiscard]] bool means_visibility(std::string_view name);
// Does the same for a column's header, for which more words are suspect: access, secrecy, who may
// see it.
[[nodiscard]] bool header_resembles_visibility(std::string_view header);

struct VisibilityColumns {
  std::optional<std::size_t> at;  // the column `visibility`
  // Headers that resemble it or whose cells do, and `visibility` if there are two such columns;
  // without those that the settings name or ignore. If there are any, every row is sealed.
  std::vector<std::string> unclear;
};
[[nodiscard]] VisibilityColumns visibility_columns(const TableForm& form, const TableRows& table);

// Returns what to tell the user about an unclear header.
[[nodiscard]] base::Message unclear_visibility(const std::string& file, const std::string& header);

}  // namespace sanaq::casefile
