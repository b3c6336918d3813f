// A word as sound units: about seventy letters of a common alphabet, one set for all scripts.
//
// A unit names a spelling, not a sound: `X` is a written ch, whatever it is in English, French or
// German. What it may be in another script is learnt (costs.h).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace sanaq::text {

// C holds Cyrillic, Greek and Kazakh in Arabic letters, alphabets that write every vowel; `other`
// is what ICU romanised.
enum class Script : std::uint8_t { latin, cyrillic, arabic, hebrew, other };
constexpr int script_count = 5;

// Unit numbers 1..71, one a byte; the symbols stand in data/name_units.txt. 0 is the border of a
// word.
using Units = std::string;
constexpr int unit_count = 72;

enum class Language : std::uint8_t { russian, ukrainian, belarusian, kazakh, uzbek, serbian };

// By the letters that only it has; `text` is lower case.
[[nodiscard]] Language cyrillic_language(std::u32string_view text);
// Kazakh in Arabic letters rather than Arabic or Persian.
[[nodiscard]] bool is_kazakh_arabic(std::u32string_view text);

struct Reading {
  Units units;
  Script script = Script::latin;
};

// `word` is one token, lower case, mended (letters.h). Equal neighbours become one. Empty if it has
// no letters.
[[nodiscard]] Reading read_word(std::u32string_view word, Language language, bool kazakh_arabic);

// Symbols that are no units are left out.
[[nodiscard]] Units units_of(std::u32string_view symbols);
[[nodiscard]] std::u32string symbols_of(std::string_view units);
[[nodiscard]] bool is_vowel(char unit);  // becomes V in the rarity key
// Bit mask for the quick refusal.
[[nodiscard]] std::uint32_t consonant_classes(std::string_view units);

}  // namespace sanaq::text
