// Chinese: names in pinyin, and western names written in Chinese letters by their sound.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::text {

// Spellings of Chinese in other letters: pinyin, the older Wade-Giles (Chang Chih-ming), and the
// Russian of Palladius (Чжао Юйлань).
enum class ChineseSpelling { pinyin, wade_giles, palladius };

// Syllables of pinyin with a bar between them, "xiao|ming": of Han letters the usual reading, of
// another word every way to cut and read it in this spelling; none if it cannot be one. `word` is
// small.
[[nodiscard]] std::vector<std::string> pinyin_readings(
    std::u32string_view word, ChineseSpelling spelling = ChineseSpelling::pinyin);
[[nodiscard]] bool is_chinese_family_name(std::u32string_view word, ChineseSpelling spelling);

// How well a word in Chinese letters (`pinyin`: its reading) writes down the sound of a foreign one
// (`latin`: latin_key() of its units): 1 is perfectly, 0 not at all. Consonants alone are compared:
// 史密斯 shi|mi|si is S m s, smit is s m t.
struct TranscriptionFit {
  double quality = 0;
  int consonants = 0;  // of the word that has more of them
};
[[nodiscard]] TranscriptionFit fit_transcription(std::string_view pinyin, std::string_view latin);

}  // namespace sanaq::text
