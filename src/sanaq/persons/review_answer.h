// What a reviewer writes beside a row: one word, in English, Russian or Kazakh.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::persons {

// Out of scope alone means every record of the row.
enum class Answer {
  same,
  different,
  unsure,
  out_of_scope,
  first_out_of_scope,
  second_out_of_scope
};

// Capitals, ends and dots do not count. A letter that was lost on the way, and is a question mark
// now, stands for any: a Russian Excel saves Kazakh letters so. None for any other word.
[[nodiscard]] std::optional<Answer> read_answer(std::string_view words);

// The four words as they are offered in a language: same, different, unsure, out of scope. A
// language that has none is offered the English ones.
[[nodiscard]] std::vector<std::string> answers_offered(const std::string& language);

}  // namespace sanaq::persons
