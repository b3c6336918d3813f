#include "sanaq/text/units.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <array>
#include <memory>
#include <sstream>

#include "embedded/sanaq_text.h"
#include "sanaq/base/check.h"
#include "sanaq/text/letters.h"
#include "sanaq/text/limits.h"
#include "sanaq/text/wide_text.h"

namespace sanaq::text {
namespace {

using View = std::u32string_view;

bool has(View letters, char32_t letter) { return letters.find(letter) != View::npos; }

bool has_any(View text, View letters) { return text.find_first_of(letters) != View::npos; }

// ---- the table of units

struct UnitTable {
  std::array<char32_t, unit_count> symbol{};
  std::array<bool, unit_count> vowel{};
  std::array<std::uint32_t, unit_count> classes{};
  std::array<std::uint8_t, 0x700> number{};  // by code point
};

std::uint8_t number_of(const UnitTable& table, char32_t symbol) {
  if (symbol < table.number.size()) return table.number[symbol];
  for (std::size_t unit = 1; unit < unit_count; ++unit) {
    if (table.symbol[unit] == symbol) return static_cast<std::uint8_t>(unit);
  }
  return 0;
}

UnitTable load_units() {
  UnitTable table;
  std::istringstream lines{std::string(embedded_file("name_units.txt"))};
  std::string symbol;
  int vowel = 0;
  std::uint32_t classes = 0;
  std::size_t unit = 0;
  while (lines >> symbol >> vowel >> classes) {
    ++unit;
    base::check(unit < unit_count, "there are 71 units");
    table.symbol[unit] = to_utf32(symbol).front();
    table.vowel[unit] = vowel != 0;
    table.classes[unit] = classes;
    if (table.symbol[unit] < table.number.size())
      table.number[table.symbol[unit]] = static_cast<std::uint8_t>(unit);
  }
  base::check(unit + 1 == unit_count, "there are 71 units");
  return table;
}

const UnitTable& unit_table() {
  static const UnitTable table = load_units();
  return table;
}

// ---- rules: the longest spelling first

struct Rule {
  View spelling;
  View symbols;
};

// The rule that fits at the start of `rest`, or none. `rules` go from long to short.
template <std::size_t count>
const Rule* find_rule(const std::array<Rule, count>& rules, View rest) {
  for (const Rule& rule : rules) {
    if (rest.starts_with(rule.spelling)) return &rule;
  }
  return nullptr;
}

// ---- Latin

constexpr std::array<Rule, 42> latin_rules = {{
    {U"schtsch", U"Щ"}, {U"shch", U"Щ"},  {U"dsch", U"j"}, {U"tsch", U"C"},  {U"sch", U"S"},
    {U"tch", U"C"},     {U"dzh", U"j"},   {U"zh", U"J"},   {U"sh", U"S"},    {U"ch", U"X"},
    {U"kh", U"H"},      {U"gh", U"G"},    {U"th", U"T"},   {U"dh", U"D"},    {U"ph", U"f"},
    {U"rh", U"r"},      {U"wh", U"w"},    {U"dj", U"j"},   {U"ts", U"c"},    {U"tz", U"c"},
    {U"ck", U"k"},      {U"cz", U"C"},    {U"sz", U"ß"},   {U"qua", U"kwa"}, {U"que", U"kwe"},
    {U"qui", U"kwi"},   {U"quo", U"kwo"}, {U"ee", U"I"},   {U"oo", U"U"},    {U"ou", U"U"},
    {U"ya", U"я"},      {U"yu", U"ю"},    {U"yo", U"ё"},   {U"ye", U"є"},    {U"ä", U"A"},
    {U"ö", U"O"},       {U"ü", U"Y"},     {U"ı", U"ы"},    {U"š", U"S"},     {U"ž", U"J"},
    {U"č", U"C"},       {U"ç", U"Š"},
}};

// Letters with marks that say more than the plain letter; all other marks go.
std::u32string without_marks(View word) {
  static constexpr std::array<Rule, 15> marked = {{{U"ş", U"š"},
                                                   {U"ș", U"š"},
                                                   {U"ś", U"š"},
                                                   {U"ć", U"č"},
                                                   {U"ź", U"ž"},
                                                   {U"ż", U"ž"},
                                                   {U"đ", U"dj"},
                                                   {U"ł", U"l"},
                                                   {U"ø", U"ö"},
                                                   {U"æ", U"ä"},
                                                   {U"œ", U"ö"},
                                                   {U"ß", U"ss"},
                                                   {U"ə", U"ä"},
                                                   {U"ǵ", U"ğ"},
                                                   {U"þ", U"th"}}};
  static constexpr View kept = U"äöüšžčçğḥıŋð";
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  std::u32string result;
  for (const char32_t letter : word) {
    if (letter < 0x80) {
      result += letter;
    } else if (const Rule* rule = find_rule(marked, View(&letter, 1)); rule != nullptr) {
      result += rule->symbols;
    } else if (has(kept, letter)) {
      result += letter == U'ð' ? U'D' : letter;
    } else if (u_charType(static_cast<UChar32>(letter)) != U_NON_SPACING_MARK) {
      icu::UnicodeString parts;
      if (compose->getDecomposition(static_cast<UChar32>(letter), parts) != 0) {
        result += static_cast<char32_t>(parts.char32At(0));
        continue;
      }
      result += letter;
    }
  }
  return result;
}

void read_latin_letter(View word, std::size_t at, std::u32string& symbols) {
  const char32_t letter = word[at];
  const char32_t next = at + 1 < word.size() ? word[at + 1] : U'\0';
  switch (letter) {
    case U'x':
      symbols += at == 0 ? View(U"x") : View(U"ks");
      break;
    case U'c':
      symbols += has(U"eiy", next) ? U'ç' : U'k';
      break;
    case U'g':
      symbols += has(U"eiy", next) ? U'ğ' : U'g';
      break;
    case U'ğ':
      symbols += U'G';
      break;
    default:
      symbols += letter;
  }
}

std::u32string read_latin(View word) {
  std::u32string plain = without_marks(word);
  if (plain.starts_with(U"mc") && plain.size() >= 5)
    plain.insert(1, 1, U'a');  // makduck: c is k before a consonant
  const View all = plain;
  std::u32string symbols;
  for (std::size_t at = 0; at < all.size();) {
    const Rule* rule = find_rule(latin_rules, all.substr(at));
    if (rule != nullptr) {
      symbols += rule->symbols;
      at += rule->spelling.size();
    } else {
      read_latin_letter(all, at++, symbols);
    }
  }
  return symbols;
}

// ---- Cyrillic

constexpr std::array<Rule, 52> cyrillic_rules = {{
    {U"дж", U"j"}, {U"ё", U"ё"}, {U"ж", U"J"}, {U"й", U"y"}, {U"х", U"H"},  {U"һ", U"h"},
    {U"ҳ", U"h"},  {U"ц", U"c"}, {U"ч", U"C"}, {U"ш", U"S"}, {U"щ", U"Щ"},  {U"ы", U"ы"},
    {U"э", U"e"},  {U"ю", U"ю"}, {U"я", U"я"}, {U"қ", U"q"}, {U"ғ", U"G"},  {U"ң", U"ŋ"},
    {U"ө", U"O"},  {U"ү", U"Y"}, {U"ұ", U"u"}, {U"ә", U"A"}, {U"і", U"i"},  {U"ї", U"yi"},
    {U"ў", U"w"},  {U"ҷ", U"j"}, {U"ҹ", U"j"}, {U"җ", U"j"}, {U"љ", U"ly"}, {U"њ", U"ny"},
    {U"ћ", U"C"},  {U"ђ", U"j"}, {U"џ", U"j"}, {U"ь", U""},  {U"ъ", U""},   {U"а", U"a"},
    {U"б", U"b"},  {U"в", U"v"}, {U"г", U"g"}, {U"д", U"d"}, {U"з", U"z"},  {U"и", U"i"},
    {U"к", U"k"},  {U"л", U"l"}, {U"м", U"m"}, {U"н", U"n"}, {U"о", U"o"},  {U"п", U"p"},
    {U"р", U"r"},  {U"с", U"s"}, {U"т", U"t"}, {U"у", U"u"},
}};
constexpr std::array<Rule, 7> cyrillic_rare_rules = {{{U"ф", U"f"},
                                                      {U"є", U"є"},
                                                      {U"ґ", U"g"},
                                                      {U"ј", U"y"},
                                                      {U"қ", U"q"},
                                                      {U"ѕ", U"z"},
                                                      {U"ӣ", U"i"}}};
constexpr View cyrillic_vowels = U"аәеёиіїоөуұүыэюяєў";

bool is_beside_vowel(View word, std::size_t at) {
  static constexpr View vowels = U"аәеёиіоөұүыэюя";
  return (at > 0 && has(vowels, word[at - 1])) ||
         (at + 1 < word.size() && has(vowels, word[at + 1]));
}

// What a letter is by its language and neighbours; 0 where the table decides.
char32_t cyrillic_exception(View word, std::size_t at, Language language) {
  switch (word[at]) {
    case U'е':
      return at == 0 || has(cyrillic_vowels, word[at - 1]) || has(U"ьъ", word[at - 1]) ? U'є'
                                                                                       : U'e';
    case U'у':
      return language == Language::kazakh && is_beside_vowel(word, at) ? U'w' : U'\0';
    case U'г':
      return language == Language::ukrainian || language == Language::belarusian ? U'h' : U'\0';
    case U'и':
      return language == Language::ukrainian ? U'ы' : U'\0';
    case U'ў':
      return language == Language::uzbek ? U'o' : U'\0';
    case U'ј':
      return language == Language::serbian ? U'y' : U'j';
    default:
      return U'\0';
  }
}

// A letter that no table knows loses its marks (ѝ, ӯ, ӓ).
char32_t base_letter(char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString parts;
  if (icu::Normalizer2::getNFDInstance(status)->getDecomposition(static_cast<UChar32>(letter),
                                                                 parts) == 0)
    return letter;
  return static_cast<char32_t>(parts.char32At(0));
}

std::u32string read_cyrillic(View word, Language language) {
  std::u32string symbols;
  for (std::size_t at = 0; at < word.size();) {
    if (const char32_t symbol = cyrillic_exception(word, at, language); symbol != U'\0') {
      symbols += symbol;
      ++at;
      continue;
    }
    const Rule* rule = find_rule(cyrillic_rules, word.substr(at));
    if (rule == nullptr) rule = find_rule(cyrillic_rare_rules, word.substr(at));
    const char32_t bare = base_letter(word[at]);
    if (rule == nullptr) rule = find_rule(cyrillic_rules, View(&bare, 1));
    if (rule != nullptr) symbols += rule->symbols;
    at += rule == nullptr ? 1 : rule->spelling.size();
  }
  return symbols;
}

// ---- alphabets that are read letter by letter

std::u32string read_letters(View word, View letters, View symbols_of_letters) {
  std::u32string symbols;
  for (const char32_t letter : word) {
    const std::size_t at = letters.find(letter);
    if (at != View::npos) symbols += symbols_of_letters[at];
  }
  return symbols;
}

std::u32string read_arabic(View word) {
  static constexpr View letters = U"اأإآٱوؤيئیےىةعحخغقجثذصضطظهپچژگڤبتدرزسشفكکلمنھہە";
  static constexpr View symbols = U"اااااووييييىةʿḥHGqجTDṣḍṭẓhpCJgvbtdrzsSfkklmnhhh";
  static_assert(letters.size() == symbols.size());
  return read_letters(word, letters, symbols);
}

std::u32string read_kazakh_arabic(View word) {
  static constexpr View letters = U"اەوۇۋىيڭعقجچشھۆبپتدرزسفكکگلمنحهۇٵٶٷٸ";
  static constexpr View symbols = U"aeouwыyŋGqJCShvbptdrzsfkkglmnHhuAOYi";
  static_assert(letters.size() == symbols.size());
  const bool is_front = word.starts_with(U"ء");
  std::u32string result = read_letters(word, letters, symbols);
  if (is_front) {
    for (char32_t& symbol : result) {
      switch (symbol) {
        case U'a':
          symbol = U'A';
          break;
        case U'o':
          symbol = U'O';
          break;
        case U'u':
          symbol = U'Y';
          break;
        case U'ы':
          symbol = U'i';
          break;
        default:
          break;
      }
    }
  }
  return result;
}

std::u32string read_hebrew(View word) {
  static constexpr View letters = U"אבהוחכךפףשטיצץקעגדזלמםנןסרת";
  static constexpr View symbols = U"אבהוחככפפשṭyccqʿgdzlmmnnsrt";
  static_assert(letters.size() == symbols.size());
  std::u32string result;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const bool has_geresh = at + 1 < word.size() && word[at + 1] == 0x5F3;
    const std::size_t found = View(U"גזצת").find(word[at]);
    if (has_geresh && found != View::npos) {
      result += View(U"jJCT")[found];
    } else {
      result += read_letters(word.substr(at, 1), letters, symbols);
    }
  }
  return result;
}

std::u32string read_greek(View word) {
  static constexpr std::array<Rule, 36> rules = {{
      {U"μπ", U"b"}, {U"ντ", U"d"}, {U"γκ", U"g"},  {U"ου", U"u"},  {U"ει", U"i"},  {U"οι", U"i"},
      {U"υι", U"i"}, {U"αι", U"e"}, {U"αυ", U"av"}, {U"ευ", U"ev"}, {U"ηυ", U"iv"}, {U"τζ", U"j"},
      {U"τσ", U"C"}, {U"η", U"i"},  {U"υ", U"i"},   {U"χ", U"h"},   {U"β", U"v"},   {U"ξ", U"ks"},
      {U"ψ", U"ps"}, {U"α", U"a"},  {U"γ", U"g"},   {U"δ", U"d"},   {U"ε", U"e"},   {U"ζ", U"z"},
      {U"θ", U"T"},  {U"ι", U"i"},  {U"κ", U"k"},   {U"λ", U"l"},   {U"μ", U"m"},   {U"ν", U"n"},
      {U"ο", U"o"},  {U"π", U"p"},  {U"ρ", U"r"},   {U"τ", U"t"},   {U"φ", U"f"},   {U"ω", U"o"},
  }};
  std::u32string bare;
  for (const char32_t letter : word) bare += base_letter(letter);
  std::u32string symbols;
  for (std::size_t at = 0; at < bare.size();) {
    const Rule* rule = find_rule(rules, View(bare).substr(at));
    if (rule != nullptr) {
      symbols += rule->symbols;
      at += rule->spelling.size();
    } else {
      if (has(U"σς", bare[at])) symbols += U's';
      ++at;
    }
  }
  return symbols;
}

// ---- everything else, through ICU

std::u32string read_by_icu(View word) {
  // One a thread: a transliterator is not promised to be safe across threads.
  thread_local const std::unique_ptr<icu::Transliterator> to_ascii = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Any-Lower", UTRANS_FORWARD, status));
    base::check(U_SUCCESS(status), "ICU has Any-Latin and Latin-ASCII");
    return made;
  }();
  // ICU takes the square of a word's length, and of a part some letters are compared.
  icu::UnicodeString text = wide_text(to_utf8(word.substr(0, name_letters_max)));
  to_ascii->transliterate(text);
  std::u32string latin;
  for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const auto letter = static_cast<char32_t>(text.char32At(at));
    if (letter >= U'a' && letter <= U'z') latin += letter;
  }
  return read_latin(latin);
}

// ---- the word

UScriptCode main_script(View word) {
  UErrorCode status = U_ZERO_ERROR;
  for (const char32_t letter : word) {
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(letter), &status);
    if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED) return script;
  }
  return USCRIPT_COMMON;
}

}  // namespace

Language cyrillic_language(View text) {
  if (has_any(text, U"їєґ")) return Language::ukrainian;
  if (has_any(text, U"әғқңөұүһ")) return Language::kazakh;
  if (has_any(text, U"ўҳ"))
    return has(text, U'і') || (has(text, U'э') && has(text, U'ы')) ? Language::belarusian
                                                                   : Language::uzbek;
  if (has_any(text, U"јљњћђџ")) return Language::serbian;
  return Language::russian;
}

bool is_kazakh_arabic(View text) {
  return has_any(text, U"ەۇۋڭۆٵٶٷٸ") && !has_any(text, U"ةأإآضظطصثذ");
}

Reading read_word(View word, Language language, bool kazakh_arabic) {
  std::u32string symbols;
  Script script = Script::latin;
  switch (main_script(word)) {
    case USCRIPT_COMMON:
      return {};
    case USCRIPT_LATIN:
      symbols = read_latin(word);
      break;
    case USCRIPT_CYRILLIC:
      symbols = read_cyrillic(word, language);
      script = Script::cyrillic;
      break;
    case USCRIPT_GREEK:
      symbols = read_greek(word);
      script = Script::cyrillic;
      break;
    case USCRIPT_HEBREW:
      symbols = read_hebrew(word);
      script = Script::hebrew;
      break;
    case USCRIPT_ARABIC:
      symbols = kazakh_arabic ? read_kazakh_arabic(word) : read_arabic(word);
      script = kazakh_arabic ? Script::cyrillic : Script::arabic;
      break;
    default:
      symbols = read_by_icu(word);
      script = Script::other;
  }
  return {units_of(symbols), script};
}

Units units_of(View symbols) {
  const UnitTable& table = unit_table();
  Units units;
  for (const char32_t symbol : symbols) {
    const auto unit = static_cast<char>(number_of(table, symbol));
    if (unit != 0 && (units.empty() || units.back() != unit)) units += unit;
  }
  return units;
}

std::u32string symbols_of(std::string_view units) {
  std::u32string symbols;
  for (const char unit : units) symbols += unit_table().symbol[static_cast<std::uint8_t>(unit)];
  return symbols;
}

bool is_vowel(char unit) { return unit_table().vowel[static_cast<std::uint8_t>(unit)]; }

std::uint32_t consonant_classes(std::string_view units) {
  std::uint32_t mask = 0;
  for (const char unit : units) mask |= unit_table().classes[static_cast<std::uint8_t>(unit)];
  return mask;
}

}  // namespace sanaq::text
