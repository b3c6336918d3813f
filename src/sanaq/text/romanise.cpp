// Plain Latin as passports and newspapers write it: BGN/PCGN for Cyrillic without its marks, usual
// spellings for the rest.
#include "sanaq/text/romanise.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>

#include "sanaq/base/check.h"
#include "sanaq/text/letters.h"
#include "sanaq/text/limits.h"
#include "sanaq/text/units.h"
#include "sanaq/text/wide_text.h"

namespace sanaq::text {
namespace {

using View = std::u32string_view;

struct Spelling {
  char32_t letter;
  std::string_view latin;
};

constexpr std::array<Spelling, 67> spellings = {{
    {U'а', "a"},  {U'б', "b"},  {U'в', "v"},    {U'г', "g"},  {U'д', "d"},  {U'е', "e"},
    {U'ё', "yo"}, {U'ж', "zh"}, {U'з', "z"},    {U'и', "i"},  {U'й', "y"},  {U'к', "k"},
    {U'л', "l"},  {U'м', "m"},  {U'н', "n"},    {U'о', "o"},  {U'п', "p"},  {U'р', "r"},
    {U'с', "s"},  {U'т', "t"},  {U'у', "u"},    {U'ф', "f"},  {U'х', "kh"}, {U'ц', "ts"},
    {U'ч', "ch"}, {U'ш', "sh"}, {U'щ', "shch"}, {U'ъ', ""},   {U'ы', "y"},  {U'ь', ""},
    {U'э', "e"},  {U'ю', "yu"}, {U'я', "ya"},   {U'ә', "a"},  {U'ғ', "g"},  {U'қ', "q"},
    {U'ң', "ng"}, {U'ө', "o"},  {U'ұ', "u"},    {U'ү', "u"},  {U'һ', "h"},  {U'і', "i"},
    {U'ї', "yi"}, {U'є', "ye"}, {U'ґ', "g"},    {U'ў', "w"},  {U'ҳ', "h"},  {U'ҷ', "j"},
    {U'җ', "j"},  {U'ӣ', "i"},  {U'ӯ', "u"},    {U'ј', "j"},  {U'љ', "lj"}, {U'њ', "nj"},
    {U'ћ', "c"},  {U'ђ', "dj"}, {U'џ', "dz"},   {U'ѓ', "gj"}, {U'ќ', "kj"}, {U'ѕ', "dz"},
    {U'ə', "a"},  {U'ı', "i"},  {U'ß', "ss"},   {U'ø', "o"},  {U'æ', "ae"}, {U'þ', "th"},
    {U'đ', "d"},
}};

bool has(View letters, char32_t letter) { return letters.find(letter) != View::npos; }

const Spelling* find_spelling(char32_t letter) {
  for (const Spelling& spelling : spellings) {
    if (spelling.letter == letter) return &spelling;
  }
  return nullptr;
}

// What neighbours and language change: Ерлан is Yerlan, in Ukrainian г is h and и is y, in Uzbek ў
// is o.
std::string_view spelling_of(View text, std::size_t at, Language language, std::string_view plain) {
  const char32_t before =
      at == 0 ? U' ' : static_cast<char32_t>(u_tolower(static_cast<UChar32>(text[at - 1])));
  switch (u_tolower(static_cast<UChar32>(text[at]))) {
    case U'е':
      return u_isalpha(static_cast<UChar32>(before)) == 0 || has(U"аеёиоуыэюяьъәөұүі", before)
                 ? "ye"
                 : plain;
    case U'г':
      return language == Language::ukrainian || language == Language::belarusian ? "h" : plain;
    case U'и':
      return language == Language::ukrainian ? "y" : plain;
    case U'ў':
      return language == Language::uzbek ? "o" : plain;
    case U'й':
      return plain;
    default:
      return plain;
  }
}

// Қ is Q, but Щ is Shch unless the next letter is a capital too.
void append_cased(std::string& result, std::string_view latin, bool capital, bool all_capitals) {
  for (std::size_t at = 0; at < latin.size(); ++at) {
    const char letter = latin[at];
    result += capital && (at == 0 || all_capitals) ? static_cast<char>(letter - 'a' + 'A') : letter;
  }
}

bool is_capital(char32_t letter) { return u_isupper(static_cast<UChar32>(letter)) != 0; }

bool stands_among_capitals(View text, std::size_t at) {
  return (at + 1 < text.size() && is_capital(text[at + 1])) ||
         (at > 0 && is_capital(text[at - 1]) &&
          (at + 1 == text.size() || u_isalpha(static_cast<UChar32>(text[at + 1])) == 0));
}

void append_ascii(std::string& ascii, const icu::UnicodeString& wide) {
  for (int32_t at = 0; at < wide.length(); at = wide.moveIndex32(at, 1)) {
    const UChar32 letter = wide.char32At(at);
    if (letter >= 0x20 && letter < 0x7F) {
      ascii += static_cast<char>(letter);
    } else if (u_isalnum(letter) == 0 && u_isUWhiteSpace(letter)) {
      ascii += ' ';
    }
  }
}

// Where a piece that begins at `start` ends: behind the last blank that leaves it short enough, or
// at the last letter with its marks.
int32_t end_of_piece(const icu::UnicodeString& wide, int32_t start) {
  constexpr auto most = static_cast<int32_t>(romanised_at_once);
  if (wide.length() - start <= most) return wide.length();
  for (int32_t end = start + most; end > start; --end) {
    if (u_isUWhiteSpace(wide.charAt(end - 1))) return end;
  }
  int32_t end = wide.getChar32Start(start + most);
  while (end > start + most / 2 && u_getCombiningClass(wide.char32At(end)) != 0)
    end = wide.moveIndex32(end, -1);
  return end;
}

// Everything that the table does not know, letters with marks first.
std::string by_icu(const std::string& text) {
  thread_local const std::unique_ptr<icu::Transliterator> to_ascii = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
        "Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII", UTRANS_FORWARD, status));
    base::check(U_SUCCESS(status), "ICU has Any-Latin and Latin-ASCII");
    return made;
  }();
  const icu::UnicodeString wide = wide_text(text);
  std::string ascii;
  for (int32_t start = 0; start < wide.length();) {
    const int32_t end = end_of_piece(wide, start);
    icu::UnicodeString piece(wide, start, end - start);
    to_ascii->transliterate(piece);
    append_ascii(ascii, piece);
    start = end;
  }
  return ascii;
}

// Kazakh in Arabic letters by its sounds; Arabic has no vowels to give, and takes ICU's.
std::string spell_kazakh_arabic(const Word& word) {
  static constexpr View symbols = U"aeouwыyŋGqJCShvbptdrzsfkglmnHAOYi";
  static constexpr std::array<std::string_view, symbols.size()> latin = {
      "a", "e", "o", "u", "u", "y", "y", "ng", "g", "q", "zh", "ch", "sh", "h", "v", "b", "p",
      "t", "d", "r", "z", "s", "f", "k", "g",  "l", "m", "n",  "kh", "a",  "o", "u", "i"};
  std::string result;
  for (const char32_t symbol : symbols_of(read_word(word.letters, Language::kazakh, true).units)) {
    const std::size_t at = symbols.find(symbol);
    if (at != View::npos) append_cased(result, latin[at], result.empty(), false);
  }
  return result;
}

std::string romanise_kazakh_arabic(std::string_view text) {
  std::string result;
  for (const Word& word : split_words(text)) {
    if (!result.empty()) result += ' ';
    result += spell_kazakh_arabic(word);
  }
  return result;
}

}  // namespace

std::string romanise(std::string_view text) {
  const std::u32string letters = to_utf32(text);
  if (is_kazakh_arabic(letters)) return romanise_kazakh_arabic(text);
  std::u32string small;
  for (const char32_t letter : letters)
    small += static_cast<char32_t>(u_tolower(static_cast<UChar32>(letter)));
  const Language language = cyrillic_language(small);
  std::string result;
  bool is_ascii = true;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    const Spelling* spelling = find_spelling(small[at]);
    if (spelling != nullptr) {
      append_cased(result, spelling_of(letters, at, language, spelling->latin),
                   is_capital(letters[at]), stands_among_capitals(letters, at));
    } else {
      result += to_utf8(View(letters).substr(at, 1));
      is_ascii = is_ascii && letters[at] < 0x80;
    }
  }
  return is_ascii ? result : by_icu(result);
}

}  // namespace sanaq::text
