#include "sanaq/text/name_problem.h"

#include <algorithm>

#include "sanaq/text/limits.h"
#include "sanaq/text/wide_text.h"

namespace sanaq::text {
namespace {

using base::message;
using base::Problem;

// Of valid UTF-8.
std::size_t letters_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

std::size_t words_of(std::string_view text) {
  std::size_t words = 0;
  bool is_in_word = false;
  for (const char letter : text) {
    const bool parts = letter == ' ' || letter == '.' || letter == ',' || letter == '-' ||
                       (letter >= '\t' && letter <= '\r');
    words += !parts && !is_in_word ? 1U : 0U;
    is_in_word = !parts;
  }
  return words;
}

Problem too_long(base::Message reason) {
  return {std::move(reason),
          message("leave the name alone in its cell, and give the rest a column of its own")};
}

}  // namespace

std::optional<Problem> marks_problem(std::string_view text) {
  if (!has_too_many_marks(text)) return std::nullopt;
  return Problem{message("a letter bears more than {} marks, as no script writes it", marks_max),
                 message("compare the cell with its source and write it anew")};
}

std::optional<Problem> name_problem(std::string_view name) {
  constexpr std::size_t safe_bytes = 2 * name_words_max;  // so short a text is beyond no limit
  if (name.size() < safe_bytes) return marks_problem(name);
  if (const std::size_t letters = letters_of(name); letters > name_letters_max)
    return too_long(
        message("a name has no more than {} letters; {} stand here", name_letters_max, letters));
  if (const std::size_t words = words_of(name); words > name_words_max)
    return too_long(
        message("a name has no more than {} words; {} stand here", name_words_max, words));
  return marks_problem(name);
}

}  // namespace sanaq::text
