// What a Korean name may be in Hangul, from any spelling: 김민수, Kim Min-su, Kim Minsoo, Ким Мин
// Су.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::text {

// One possible reading of a word: three letters a syllable (beginning, vowel, end), what
// romanisations do not keep apart made one: ㄱ and ㅋ, ㅐ and ㅔ. The first syllable follows the
// law of initial sounds (리 and 이 are one).
using KoreanReading = std::u32string;

// `word` is small. Of Hangul the one reading; of Latin or Cyrillic letters all readings that the
// usual romanisations allow (Revised, McCune-Reischauer, passports); none if it cannot be Korean.
[[nodiscard]] std::vector<KoreanReading> korean_readings(std::u32string_view word);

// How common a Latin spelling of a family name is: 0 is the most common; none if it is no such
// spelling.
[[nodiscard]] std::optional<int> korean_family_rank(std::u32string_view word);

}  // namespace sanaq::text
