#include "sanaq/text/search_key.h"

#include <unicode/uchar.h>

#include <array>
#include <unordered_map>

#include "sanaq/text/fold.h"
#include "sanaq/text/letters.h"
#include "sanaq/text/romanise.h"

namespace sanaq::text {
namespace {

// What Russian, Kazakh and English spellings of one name differ in.
constexpr std::array<Replacement, 21> replacements = {{
    {"shch", "sh"}, {"dzh", "j"}, {"zh", "j"}, {"kh", "h"}, {"gh", "g"}, {"ph", "f"}, {"ye", "e"},
    {"yo", "e"},    {"yu", "u"},  {"ya", "a"}, {"ia", "a"}, {"iu", "u"}, {"ie", "e"}, {"y", "i"},
    {"w", "u"},     {"q", "k"},   {"x", "ks"}, {"ii", "i"}, {"ou", "u"}, {"oo", "u"}, {"ee", "i"},
}};

bool passes_over(char32_t letter) {
  constexpr std::u32string_view apostrophes = U"'`´ʹʺʻʼʽʾʿ‘’‛′ьъ";
  return apostrophes.find(letter) != apostrophes.npos ||
         u_charType(static_cast<UChar32>(letter)) == U_NON_SPACING_MARK ||
         u_charType(static_cast<UChar32>(letter)) == U_FORMAT_CHAR;
}

std::string plain_letters(std::string_view text) {
  std::string plain;
  for (const char letter : text) {
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) plain += letter;
  }
  return plain;
}

// Romanising a letter with its table takes long.
const std::string& known_letter(char32_t letter) {
  thread_local std::unordered_map<char32_t, std::string> known;
  auto found = known.find(letter);
  if (found == known.end()) found = known.emplace(letter, search_letter(letter)).first;
  return found->second;
}

void replace_all(std::string& text, Replacement replacement) {
  for (std::size_t at = text.find(replacement.first); at != text.npos;
       at = text.find(replacement.first, at + replacement.second.size()))
    text.replace(at, replacement.first.size(), replacement.second);
}

}  // namespace

std::span<const Replacement> search_replacements() { return replacements; }

std::string search_letter(char32_t letter) {
  if (letter < 0x80) {
    const std::string plain = plain_letters(std::string(1, static_cast<char>(letter)));
    return plain.empty() && !passes_over(letter) ? " " : plain;
  }
  if (passes_over(letter)) return {};
  if (letter == U'ё') return "e";
  if (letter == U'ң') return "n";  // Жаңаөзен is written Zhanaozen
  if (u_isalnum(static_cast<UChar32>(letter)) == 0) return " ";
  return plain_letters(fold(romanise(to_utf8(std::u32string(1, letter)))));
}

std::string search_key(std::string_view text) {
  std::string letters;
  for (const char32_t letter : to_utf32(fold(text))) letters += known_letter(letter);
  for (const Replacement& replacement : replacements) replace_all(letters, replacement);
  std::string key;
  for (const char letter : letters) {
    if (key.empty() ? letter != ' ' : letter != key.back()) key += letter;
  }
  if (key.ends_with(' ')) key.pop_back();
  return key;
}

}  // namespace sanaq::text
