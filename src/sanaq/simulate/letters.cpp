#include "sanaq/simulate/letters.h"

#include "sanaq/base/check.h"

namespace sanaq::simulate {
namespace {

int length_from_first(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xE0) return 2;
  return first < 0xF0 ? 3 : 4;
}

// Қ қ and the other Kazakh letters stand in pairs, the capital on the even place.
bool is_kazakh_pair(char32_t letter) { return letter >= 0x0490 && letter <= 0x04E9; }

}  // namespace

std::u32string to_letters(std::string_view utf8) {
  std::u32string letters;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    const int length = length_from_first(first);
    base::check(at + static_cast<std::size_t>(length) <= utf8.size(), "the text is whole UTF-8");
    char32_t letter = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (int next = 1; next < length; ++next) {
      letter = letter << 6U |
               (static_cast<unsigned char>(utf8[at + static_cast<std::size_t>(next)]) & 0x3FU);
    }
    letters += letter;
    at += static_cast<std::size_t>(length);
  }
  return letters;
}

std::string to_text(std::u32string_view letters) {
  std::string text;
  for (const char32_t letter : letters) {
    if (letter < 0x80) {
      text += static_cast<char>(letter);
    } else if (letter < 0x800) {
      text += static_cast<char>(0xC0U | letter >> 6U);
      text += static_cast<char>(0x80U | (letter & 0x3FU));
    } else {
      base::check(letter < 0x10000, "letters are of the basic plane");
      text += static_cast<char>(0xE0U | letter >> 12U);
      text += static_cast<char>(0x80U | (letter >> 6U & 0x3FU));
      text += static_cast<char>(0x80U | (letter & 0x3FU));
    }
  }
  return text;
}

char32_t lower(char32_t letter) {
  if (letter >= U'A' && letter <= U'Z') return letter + 32;
  if (letter >= U'А' && letter <= U'Я') return letter + 32;
  if (letter == U'Ё') return U'ё';
  if (letter == U'І') return U'і';
  return is_kazakh_pair(letter) ? letter | 1U : letter;
}

char32_t upper(char32_t letter) {
  if (letter >= U'a' && letter <= U'z') return letter - 32;
  if (letter >= U'а' && letter <= U'я') return letter - 32;
  if (letter == U'ё') return U'Ё';
  if (letter == U'і') return U'І';
  return is_kazakh_pair(letter) ? letter & ~1U : letter;
}

bool is_upper(char32_t letter) { return lower(letter) != letter; }

std::string in_capitals(std::string_view utf8) {
  std::u32string letters = to_letters(utf8);
  for (char32_t& letter : letters) letter = upper(letter);
  return to_text(letters);
}

}  // namespace sanaq::simulate
