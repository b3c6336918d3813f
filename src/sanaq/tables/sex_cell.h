// Reads sex as people write it, in the languages in which headers are known.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"

namespace sanaq::tables {

// What single letters mean in one column; in some languages M is a woman.
enum class LetterOfSex { unknown, male, female };
struct SexLetters {
  LetterOfSex m = LetterOfSex::male;     // unknown: beside H and F it may be either
  LetterOfSex h = LetterOfSex::unknown;  // hombre, homme
  LetterOfSex k = LetterOfSex::unknown;  // kadın, kobieta
  LetterOfSex v = LetterOfSex::unknown;  // varón
};

// Returns the meanings from all cells of the column: beside H or V, M is a woman (Spanish), unless
// there is also an F (French), and then it is unclear.
[[nodiscard]] SexLetters sex_letters(const std::vector<std::string>& cells);

// Returns "m", "f", or "" for a cell that says nothing. Numbers are never guessed: 1 is a man in
// one list and a woman in another.
[[nodiscard]] base::Result<std::string_view> read_sex(std::string_view cell,
                                                      const SexLetters& letters = {});

}  // namespace sanaq::tables
