#include "sanaq/text/keys.h"

#include <algorithm>

#include "sanaq/text/letters.h"

namespace sanaq::text {
namespace {

using View = std::u32string_view;

// Each letter of `from` becomes the one below it; a blank below drops it.
char32_t folded(char32_t symbol, View from, View to) {
  const std::size_t at = from.find(symbol);
  return at == View::npos ? symbol : to[at];
}

void append_once(std::u32string& key, char32_t symbol) {
  if (key.empty() || key.back() != symbol) key += symbol;
}

char32_t rarity_symbol(char32_t symbol) {
  static constexpr View from = U"qgGğHḥXחכהjJŽجzẓsṣßçŠtṭTתdḍDvwבfפSש";
  static constexpr View to = U"kggghhhhhhjjjjzzsssssttttdddvvvffSS";
  static_assert(from.size() == to.size());
  return folded(symbol, from, to);
}

bool counts_as_vowel(char32_t symbol) { return View(U"yويىʿאו").find(symbol) != View::npos; }

// A symbol and what it becomes, side by side; a blank drops it. Two units that sound alike in some
// script share a letter.
std::u32string fold_symbols(std::string_view units) {
  static constexpr View pairs =
      U"яaAaєeёoOoюuUuYuыiyiIiwvqkğgGgHhḥhẓzJjجjŽjXCŠCЩSçsßsṣsḍdDdṭtTtʿ وuيiىaةaאaהaוoבbכkפpשSחhxk";
  static_assert(pairs.size() % 2 == 0);
  std::u32string key;
  for (const char32_t symbol : symbols_of(units)) {
    char32_t plain = symbol;
    for (std::size_t at = 0; at < pairs.size(); at += 2) {
      if (pairs[at] == symbol) plain = pairs[at + 1];
    }
    if (plain != U' ') append_once(key, plain);
  }
  return key;
}

}  // namespace

std::string rarity_key(std::string_view units, Script script) {
  const std::u32string symbols = symbols_of(units);
  if (script == Script::arabic || script == Script::hebrew) return to_utf8(symbols);
  std::u32string key;
  for (std::size_t at = 0; at < symbols.size(); ++at) {
    const bool vowel = is_vowel(units[at]) || counts_as_vowel(symbols[at]);
    append_once(key, vowel ? U'V' : rarity_symbol(symbols[at]));
  }
  return to_utf8(key);
}

// Consonants that scripts confuse, and the one that stands for them.
constexpr View sounds = U"cCSzgkHhvfpbjdtxŋq";
constexpr View one_sound = U"sssskkhhbbbbjttsnk";
static_assert(sounds.size() == one_sound.size());

std::string latin_key(std::string_view units) { return to_utf8(fold_symbols(units)); }

std::string first_sound(std::string_view units) {
  const std::u32string symbols = fold_symbols(units);
  if (symbols.empty()) return "";
  if (View(U"aeoiu").find(symbols[0]) != View::npos) return "V";
  return to_utf8(std::u32string(1, folded(symbols[0], sounds, one_sound)));
}

std::string skeleton(std::string_view units) {
  static constexpr std::size_t length_max = 6;
  static const Units hebrew_he = units_of(U"ה");
  static const Units plain_h = units_of(U"h");
  std::string sounded;
  const std::u32string read = symbols_of(units);
  for (std::size_t at = 0; at < units.size(); ++at) {
    // The Kazakh у of Раушан and Дәурен is a vowel to those who write in Russian or Latin letters.
    const bool glides = read[at] == U'w' && at > 0 && is_vowel(units[at - 1]);
    if (!glides) sounded += units[at] == hebrew_he[0] ? plain_h[0] : units[at];  // כהן is Cohen
  }
  const std::u32string symbols = fold_symbols(sounded);
  std::u32string key;
  for (const char32_t symbol : symbols) {
    if (View(U"aeoiu").find(symbol) == View::npos)
      append_once(key, folded(symbol, sounds, one_sound));
  }
  if (key.size() > 2 && symbols.back() == U'h') key.pop_back();  // Sarah, Fatimah
  if (key.empty() && !symbols.empty()) key += symbols.front();
  return to_utf8(key.substr(0, length_max));
}

}  // namespace sanaq::text
