// Keys of a word: the rarity key of the frequency table and the Latin key, which spellings in all
// scripts share.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/text/units.h"

namespace sanaq::text {

// UTF-8. Consonants folded, each vowel V: Konurov is kVnVrVv. For Arabic and Hebrew the units
// themselves.
[[nodiscard]] std::string rarity_key(std::string_view units, Script script);

// UTF-8. What a careful clerk would write in plain Latin, the same for Құрманов, Курманов and
// Kurmanov: kurmanov.
[[nodiscard]] std::string latin_key(std::string_view units);

// UTF-8. The consonants of the Latin key, those that scripts confuse made one: Мұхаммед, Mohammed
// and محمد are mhmd. At most six. A word of vowels alone gives its first letter.
[[nodiscard]] std::string skeleton(std::string_view units);

// UTF-8. The first sound of a word, coarser than any script: consonants as in the skeleton, V for
// every vowel, since Ержан is Erzhan and Yerzhan.
[[nodiscard]] std::string first_sound(std::string_view units);

}  // namespace sanaq::text
