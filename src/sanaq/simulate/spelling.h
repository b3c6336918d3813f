// One name in the three spellings that lists are kept in: Kazakh, Russian and English letters.
//
// The tables are our own and small, near to the BGN/PCGN romanisations of Russian and Kazakh; every
// clerk's habits differ, and that is the point: what a list spells is drawn, never looked up by
// what link later uses.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/num/rng.h"

namespace sanaq::simulate {

enum class Script { kazakh, russian, english };

// One romaniser's habits: true takes the second spelling.
struct RomanHabits {
  bool j_for_zh = false;   // Janar, Zhanar
  bool h_for_kh = false;   // Ahmet, Akhmet
  bool q_for_k = false;    // Qairat, Kairat (Қ only)
  bool gh_for_g = false;   // Ghalym, Galym (Ғ only)
  bool i_for_y = false;    // Aibek, Aybek (й)
  bool ia_for_ya = false;  // Iana, Yana
  bool u_for_y = false;    // ұ, ү as y: Nyrlan, Nurlan
};
[[nodiscard]] RomanHabits draw_habits(num::Rng& random);

// What a Russian clerk writes for Kazakh letters: Қайрат -> Кайрат; ә and і vary. Russian text
// stays as it is.
[[nodiscard]] std::string in_russian(std::string_view name, num::Rng& random);
[[nodiscard]] std::string in_english(std::string_view name, const RomanHabits& habits);

}  // namespace sanaq::simulate
