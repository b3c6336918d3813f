// Suffixes, particles, titles: the small words and endings that say what a part of a name is.
#pragma once
#include <cstddef>
#include <string_view>

namespace sanaq::text {

// How sure a patronymic suffix is: a word in -қызы is a patronymic even in a name of two words, one
// in -uly in a longer name, one in -ович may be a family name.
enum class Patronymic { none, sure, likely, family_too };

struct PatronymicSuffix {
  Patronymic kind = Patronymic::none;
  std::size_t length = 0;  // letters of the suffix
};

// All words lower case.
[[nodiscard]] PatronymicSuffix patronymic_suffix(std::u32string_view word);
[[nodiscard]] bool is_patronymic_word(std::u32string_view word);  // ұлы, қызы, oglu written apart

// -ов -ova -ский …: `kind` tells -ов from -ова but not from -ov; 0 and length 0: none.
struct FamilySuffix {
  int kind = 0;
  std::size_t length = 0;
};
[[nodiscard]] FamilySuffix family_suffix(std::u32string_view word);
[[nodiscard]] bool is_particle(std::u32string_view word);     // al, bin, von, аль, بن
[[nodiscard]] bool is_article(std::u32string_view word);      // ال, al, el, аль
[[nodiscard]] bool joins_next(std::u32string_view word);      // abd, abu, umm, عبد
[[nodiscard]] bool joins_previous(std::u32string_view word);  // din, eddine, allah, الدين
[[nodiscard]] bool is_title(std::u32string_view word);
[[nodiscard]] int generation_of(std::u32string_view word);  // sr 1, jr 2, iii 3, iv 4; 0: none

}  // namespace sanaq::text
