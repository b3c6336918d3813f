// What a reviewer writes beside a row: one word, in English, Russian or Kazakh.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::persons {

// `out_of_scope` means every record of the row.
enum class Answer {
  same,
  different,
  unsure,
  out_of_scope,
  first_out_of_scope,
  second_out_of_scope,
  no_person  // every record of the row
};

// Case, blanks at the ends and dots do not matter. A question mark in place of a lost letter
// matches any letter, since a Russian Excel saves Kazakh letters so. Returns nullopt for any other
// word.
[[nodiscard]] std::optional<Answer> read_answer(std::string_view words);

// Returns the four words that are offered in a language: same, different, unsure, out of scope. In
// a language without such words the English ones are offered.
[[nodiscard]] std::vector<std::string> answers_offered(const std::string& language);
// Returns the word for rows that are nobody, which is taken and not offered.
[[nodiscard]] std::string no_person_word(const std::string& language);

}  // namespace sanaq::persons
