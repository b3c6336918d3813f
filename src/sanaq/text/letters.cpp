#include "sanaq/text/letters.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "sanaq/base/check.h"
#include "sanaq/text/simplified_chinese.h"
#include "sanaq/text/wide_text.h"

namespace sanaq::text {
namespace {

constexpr std::u32string_view latin_twins = U"aceiopxyhkmtbə";
constexpr std::u32string_view cyrillic_twins = U"асеіорхуһкмтвә";
// Capitals look alike where small letters do not.
constexpr std::u32string_view latin_capital_twins = U"ABCEHIKMOPTXY";
constexpr std::u32string_view cyrillic_capital_twins = U"АВСЕНІКМОРТХУ";
// Letters of Kazakh Cyrillic left over in a Latin word.
constexpr std::u32string_view cyrillic_strays = U"қғңұүөәжш";
constexpr std::u32string_view latin_for_strays = U"qğŋuüöäjš";

constexpr char32_t geresh = 0x5F3;
constexpr char32_t first_east_asian = 0x2E80;

UScriptCode script_of(char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(letter), &status);
}

bool is_apostrophe(char32_t letter) {
  static constexpr std::u32string_view all = U"'`´‘’‛ʹʺʻʼʽʾʿˈ′ʹ＇\"";
  return all.find(letter) != std::u32string_view::npos;
}

bool is_dropped(char32_t letter) {
  if (letter == 0x640) return true;  // tatweel
  if (letter >= 0x64B && letter <= 0x65F && letter != 0x654 && letter != 0x655)
    return true;  // Arabic vowel signs
  if (letter == 0x670 || (letter >= 0x591 && letter <= 0x5C7))
    return true;  // superscript alef, Hebrew points
  return u_charType(static_cast<UChar32>(letter)) == U_FORMAT_CHAR;
}

bool is_hebrew(char32_t letter) { return letter >= 0x5D0 && letter <= 0x5EA; }

bool is_word_letter(char32_t letter) {
  const auto point = static_cast<UChar32>(letter);
  const int8_t type = u_charType(point);
  return u_isalnum(point) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
         letter == geresh;
}

std::u32string normalised(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
  base::check(U_SUCCESS(status), "ICU has NFKC");
  const icu::UnicodeString normal = normalizer->normalize(wide_text(text), status);
  std::u32string result;
  for (int32_t at = 0; at < normal.length(); at = normal.moveIndex32(at, 1)) {
    const auto letter = static_cast<char32_t>(normal.char32At(at));
    if (is_dropped(letter)) continue;
    if (is_apostrophe(letter)) {
      if (!result.empty() && is_hebrew(result.back()) && letter != U'"') result += geresh;
      continue;
    }
    result += letter;
  }
  return result;
}

bool is_capital(char32_t letter) { return u_isupper(static_cast<UChar32>(letter)) != 0; }
bool is_small(char32_t letter) { return u_islower(static_cast<UChar32>(letter)) != 0; }

// `НурланУтегенович`: three small letters before, one capital and two small letters after. McDonald
// and MacDonald are no such case.
bool splits_before(std::u32string_view token, std::size_t at) {
  if (at < 3 || at + 2 >= token.size() || !is_capital(token[at])) return false;
  const auto small = [&](std::size_t near) { return is_small(token[near]); };
  return small(at - 3) && small(at - 2) && small(at - 1) && small(at + 1) && small(at + 2);
}

bool has_mac(std::u32string_view text) {
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    if (text[at] != U'M' || (at > 0 && is_word_letter(text[at - 1]))) continue;
    if (text[at + 1] == U'c' || text.substr(at + 1, 2) == U"ac") return true;
  }
  return false;
}

char32_t swapped(char32_t letter, std::u32string_view from, std::u32string_view to) {
  const std::size_t at = from.find(letter);
  return at == std::u32string_view::npos ? letter : to[at];
}

struct ScriptCount {
  int letters = 0;
  int own = 0;  // letters without a twin in the other script
};

std::u32string lower(std::u32string_view word) {
  std::u32string result;
  for (const char32_t letter : word)
    result += static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter)));
  return result;
}

bool has_twin(char32_t letter, bool latin) {
  return (latin ? latin_twins : cyrillic_twins).find(letter) != std::u32string_view::npos ||
         (latin ? latin_capital_twins : cyrillic_capital_twins).find(letter) !=
             std::u32string_view::npos;
}

Word make_word(std::u32string_view token, bool has_dot) {
  Word word;
  word.starts_small = !is_capital(token.front());
  word.has_dot = has_dot;
  word.letters = lower(mend_scripts(token));
  if (std::any_of(word.letters.begin(), word.letters.end(),
                  [](char32_t letter) { return letter >= first_east_asian; }))
    word.letters = simplified(word.letters);
  return word;
}

}  // namespace

std::u32string mend_scripts(std::u32string_view word) {
  ScriptCount latin;
  ScriptCount cyrillic;
  for (const char32_t letter : word) {
    const UScriptCode script = script_of(letter);
    if (script != USCRIPT_LATIN && script != USCRIPT_CYRILLIC) continue;
    const bool is_latin = script == USCRIPT_LATIN;
    ScriptCount& count = is_latin ? latin : cyrillic;
    ++count.letters;
    if (!has_twin(letter, is_latin)) ++count.own;
  }
  if (latin.letters == 0 || cyrillic.letters == 0) return std::u32string(word);
  const bool to_latin =
      latin.own != cyrillic.own ? latin.own > cyrillic.own : latin.letters > cyrillic.letters;
  std::u32string result;
  for (char32_t letter : word) {
    if (to_latin) {
      letter = swapped(letter, cyrillic_capital_twins, latin_capital_twins);
      if (script_of(letter) == USCRIPT_CYRILLIC)
        letter = static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter)));
      letter =
          swapped(swapped(letter, cyrillic_twins, latin_twins), cyrillic_strays, latin_for_strays);
    } else {
      letter = swapped(swapped(letter, latin_capital_twins, cyrillic_capital_twins), latin_twins,
                       cyrillic_twins);
    }
    result += letter;
  }
  return result;
}

std::vector<Word> split_words(std::string_view text) {
  const std::u32string letters = normalised(text);
  const bool keep_camel = has_mac(letters);
  std::vector<Word> words;
  std::size_t start = 0;
  const auto finish = [&](std::size_t end, bool has_dot) {
    if (end > start)
      words.push_back(make_word(std::u32string_view(letters).substr(start, end - start), has_dot));
  };
  for (std::size_t at = 0; at <= letters.size(); ++at) {
    if (at == letters.size() || !is_word_letter(letters[at])) {
      finish(at, at < letters.size() && letters[at] == U'.');
      start = at + 1;
    } else if (!keep_camel && splits_before(letters, at) && at >= start + 3) {
      finish(at, false);
      start = at;
    }
  }
  return words;
}

std::u32string to_utf32(std::string_view utf8) {
  const icu::UnicodeString text = wide_text(utf8);
  std::u32string result;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
    result += static_cast<char32_t>(text.char32At(at));
  return result;
}

std::string to_utf8(std::u32string_view text) {
  icu::UnicodeString wide;
  for (const char32_t letter : text) wide.append(static_cast<UChar32>(letter));
  std::string utf8;
  wide.toUTF8String(utf8);
  return utf8;
}

}  // namespace sanaq::text
