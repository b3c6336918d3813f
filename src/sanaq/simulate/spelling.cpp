#include "sanaq/simulate/spelling.h"

#include "sanaq/simulate/letters.h"

namespace sanaq::simulate {
namespace {

char32_t russian_letter(char32_t letter, num::Rng& random) {
  switch (letter) {
    case U'ә': {
      const double draw = random.uniform();
      return draw < 0.7 ? U'а' : draw < 0.85 ? U'е' : U'я';
    }
    case U'ғ':
      return U'г';
    case U'қ':
      return U'к';
    case U'ң':
      return U'н';
    case U'ө':
      return U'о';
    case U'ұ':
    case U'ү':
      return U'у';
    case U'һ':
      return U'х';
    case U'і':
      return random.uniform() < 0.9 ? U'и' : U'ы';
    default:
      return letter;
  }
}

std::string_view vowel_in_english(char32_t letter, const RomanHabits& habits) {
  switch (letter) {
    case U'а':
    case U'ә':
      return "a";
    case U'е':
    case U'э':
      return "e";
    case U'ё':
      return "yo";
    case U'и':
    case U'і':
      return "i";
    case U'й':
      return habits.i_for_y ? "i" : "y";
    case U'о':
    case U'ө':
      return "o";
    case U'у':
      return "u";
    case U'ұ':
    case U'ү':
      return habits.u_for_y ? "y" : "u";
    case U'ы':
      return "y";
    case U'ю':
      return habits.ia_for_ya ? "iu" : "yu";
    case U'я':
      return habits.ia_for_ya ? "ia" : "ya";
    default:
      return {};
  }
}

std::string_view consonant_in_english(char32_t letter, const RomanHabits& habits) {
  switch (letter) {
    case U'б':
      return "b";
    case U'в':
      return "v";
    case U'г':
      return "g";
    case U'ғ':
      return habits.gh_for_g ? "gh" : "g";
    case U'д':
      return "d";
    case U'ж':
      return habits.j_for_zh ? "j" : "zh";
    case U'з':
      return "z";
    case U'к':
      return "k";
    case U'қ':
      return habits.q_for_k ? "q" : "k";
    case U'л':
      return "l";
    case U'м':
      return "m";
    case U'н':
      return "n";
    case U'ң':
      return "ng";
    case U'п':
      return "p";
    case U'р':
      return "r";
    case U'с':
      return "s";
    case U'т':
      return "t";
    case U'ф':
      return "f";
    case U'х':
    case U'һ':
      return habits.h_for_kh ? "h" : "kh";
    case U'ц':
      return "ts";
    case U'ч':
      return "ch";
    case U'ш':
      return "sh";
    case U'щ':
      return "shch";
    default:
      return {};
  }
}

void append_in_english(std::string& out, char32_t letter, const RomanHabits& habits) {
  const char32_t small = lower(letter);
  if (small == U'ь' || small == U'ъ') return;
  std::string_view latin = vowel_in_english(small, habits);
  if (latin.empty()) latin = consonant_in_english(small, habits);
  if (latin.empty()) {
    out += to_text(std::u32string_view(&letter, 1));
    return;
  }
  const std::size_t start = out.size();
  out += latin;
  if (is_upper(letter)) out[start] = static_cast<char>(upper(static_cast<char32_t>(out[start])));
}

}  // namespace

RomanHabits draw_habits(num::Rng& random) {
  const auto often = [&random](double share) { return random.uniform() < share; };
  RomanHabits habits;
  habits.j_for_zh = often(0.2);
  habits.h_for_kh = often(0.3);
  habits.q_for_k = often(0.25);
  habits.gh_for_g = often(0.3);
  habits.i_for_y = often(0.4);
  habits.ia_for_ya = often(0.2);
  habits.u_for_y = often(0.05);
  return habits;
}

std::string in_russian(std::string_view name, num::Rng& random) {
  std::u32string letters = to_letters(name);
  for (char32_t& letter : letters) {
    const char32_t russian = russian_letter(lower(letter), random);
    letter = is_upper(letter) ? upper(russian) : russian;
  }
  return to_text(letters);
}

std::string in_english(std::string_view name, const RomanHabits& habits) {
  std::string latin;
  for (const char32_t letter : to_letters(name)) append_in_english(latin, letter, habits);
  return latin;
}

}  // namespace sanaq::simulate
