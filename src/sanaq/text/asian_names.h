// Chinese and Korean names: written without a space, family name first; or in Latin letters with
// the syllables of the given name apart, joined or hyphenated.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/text/korean_reading.h"
#include "sanaq/text/letters.h"

namespace sanaq::text {

// What a part of such a name may be in its own script.
struct AsianReading {
  std::u32string letters;             // Han (simplified) or Hangul; empty for other letters
  std::vector<KoreanReading> korean;  // none: it cannot be Korean
  std::vector<std::string> pinyin;    // none: it cannot be Chinese
  bool is_transcription = false;      // a foreign name in Han letters: 史密斯
};

struct AsianPart {
  Word word;
  std::shared_ptr<const AsianReading> reading;
};

// Of a single word in Han letters or Hangul; nullptr for other letters.
[[nodiscard]] std::shared_ptr<const AsianReading> reading_of_letters(std::u32string_view word);

// The parts of a name that is Chinese or Korean in all its words, or is written in their letters:
// 김민수, 王小明, 约翰·史密斯, Kim Min-su, Wang Xiao Ming. Syllables of a given name become one
// word. Empty: the name is no such name.
[[nodiscard]] std::vector<AsianPart> asian_name(const std::vector<Word>& words);

}  // namespace sanaq::text
