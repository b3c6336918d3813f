// Who may see what is said: public, restricted or sealed; and whatever was meant to say so.
//
// Everything here fails closed: no word is restricted, a word that is none of the three is sealed,
// and a column that seems to say who may see a row, but is not known as such, seals every row.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/casefile/schema.h"
#include "sanaq/casefile/table_rows.h"
#include "sanaq/casefile/vocabulary.h"

namespace sanaq::casefile {

// public, restricted or sealed: the word itself or what it is called in English, Russian or Kazakh,
// in any case. None for every other text, an empty one too. An investigation's own vocabulary has
// no say here.
[[nodiscard]] std::optional<std::string> visibility_word(std::string_view text);

// The same for what comes in from elsewhere: empty is restricted, what is no word is sealed.
[[nodiscard]] std::string visibility_of(std::string_view text);

[[nodiscard]] std::string stricter(std::string_view left, std::string_view right);

// A property or key that is "visibility" in some language, alphabet or spelling.
[[nodiscard]] bool means_visibility(std::string_view name);
// The same of a column's header, where more words are suspect: access, secrecy, who may see it.
[[nodiscard]] bool header_resembles_visibility(std::string_view header);

struct VisibilityColumns {
  std::optional<std::size_t> at;  // the column `visibility`
  // Headers that resemble it or whose cells do, and `visibility` where it stands twice: not named
  // and not ignored. Where there are any, every row is sealed.
  std::vector<std::string> unclear;
};
[[nodiscard]] VisibilityColumns visibility_columns(const TableForm& form, const TableRows& table);

// What to tell about each unclear header.
[[nodiscard]] base::Message unclear_visibility(const std::string& file, const std::string& header);

}  // namespace sanaq::casefile
