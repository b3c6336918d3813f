// Sex as people write it, in the languages that headers are known in.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"

namespace sanaq::tables {

// What single letters mean in one column; another language's M is a woman.
enum class LetterOfSex { unknown, male, female };
struct SexLetters {
  LetterOfSex m = LetterOfSex::male;     // unknown: beside H and F it may be either
  LetterOfSex h = LetterOfSex::unknown;  // hombre, homme
  LetterOfSex k = LetterOfSex::unknown;  // kadın, kobieta
  LetterOfSex v = LetterOfSex::unknown;  // varón
};

// Told from all cells of the column: beside H or V an M is a woman (Spanish), unless an F stands
// there too (French), and then it is unclear.
[[nodiscard]] SexLetters sex_letters(const std::vector<std::string>& cells);

// "m", "f", or "" for a cell that says nothing. Numbers are not guessed at: 1 is a man in one list
// and a woman in another.
[[nodiscard]] base::Result<std::string_view> read_sex(std::string_view cell,
                                                      const SexLetters& letters = {});

}  // namespace sanaq::tables
