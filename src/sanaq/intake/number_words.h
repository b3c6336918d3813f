// The numbers from 0 to 10 as people write them.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::intake {

constexpr int numbers_most = 10;

// In words: our own for en, ru and kk, ICU's spell-out for any other language.
[[nodiscard]] std::string number_word(int number, std::string_view language);

// What was typed, as a number from 0 to 10: digits of any script, or words of the language, of
// English, Russian or Kazakh, in any case, ё as е; nullopt for anything else.
[[nodiscard]] std::optional<int> read_answer(std::string_view typed, std::string_view language);

}  // namespace sanaq::intake
