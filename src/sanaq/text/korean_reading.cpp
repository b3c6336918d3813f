#include "sanaq/text/korean_reading.h"

#include <algorithm>
#include <array>

namespace sanaq::text {
namespace {

using View = std::u32string_view;

constexpr char32_t first_syllable = 0xAC00;
constexpr char32_t last_syllable = 0xD7A3;
constexpr std::size_t ends_count = 28;
constexpr std::size_t vowels_count = 21;
constexpr std::size_t readings_max = 64;
constexpr std::size_t syllables_max = 4;
constexpr std::size_t letters_max = 24;
constexpr std::size_t family_letters_max = 5;

// In the order of Unicode's Hangul: ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ.
constexpr View beginnings = U"kknttlmppss-jjjktph";
// ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ, a letter each.
constexpr View vowels = U"aEqQeEzQowWWyurWvxtii";
// None, ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ.
constexpr View ends = U".kkknnntlkmlllplmppttgttktpt";
static_assert(beginnings.size() == 19 && vowels.size() == vowels_count &&
              ends.size() == ends_count);

// A spelling and the letters above that it may stand for.
struct Spelling {
  View latin;
  View sounds;
};

constexpr std::array<Spelling, 22> beginning_spellings = {{
    {U"kk", U"k"}, {U"k", U"k"},  {U"gg", U"k"}, {U"g", U"k"},  {U"n", U"n"},  {U"tt", U"t"},
    {U"t", U"t"},  {U"dd", U"t"}, {U"d", U"t"},  {U"rh", U"l"}, {U"r", U"l"},  {U"l", U"l"},
    {U"m", U"m"},  {U"p", U"p"},  {U"b", U"p"},  {U"ss", U"s"}, {U"sh", U"s"}, {U"s", U"s"},
    {U"ch", U"j"}, {U"jj", U"j"}, {U"j", U"j"},  {U"h", U"h"},
}};
constexpr std::array<Spelling, 47> vowel_spellings = {{
    {U"yeo", U"z"},  {U"you", U"zx"}, {U"yoo", U"x"}, {U"yuh", U"z"}, {U"yae", U"Q"},
    {U"yai", U"Q"},  {U"wae", U"W"},  {U"woo", U"u"}, {U"weo", U"r"}, {U"eui", U"i"},
    {U"wee", U"v"},  {U"yee", U"i"},  {U"ya", U"q"},  {U"yo", U"yz"}, {U"yu", U"xz"},
    {U"ye", U"QzE"}, {U"yi", U"i"},   {U"wa", U"w"},  {U"oa", U"w"},  {U"wo", U"ru"},
    {U"wu", U"u"},   {U"we", U"W"},   {U"wi", U"v"},  {U"ui", U"iv"}, {U"oi", U"W"},
    {U"oe", U"W"},   {U"eo", U"e"},   {U"eu", U"t"},  {U"ae", U"E"},  {U"ai", U"E"},
    {U"ay", U"E"},   {U"ah", U"a"},   {U"ar", U"a"},  {U"ee", U"i"},  {U"oo", U"u"},
    {U"ou", U"ue"},  {U"oh", U"o"},   {U"uh", U"e"},  {U"ur", U"e"},  {U"er", U"e"},
    {U"eh", U"E"},   {U"a", U"a"},    {U"e", U"E"},   {U"o", U"oe"},  {U"u", U"uet"},
    {U"i", U"i"},    {U"y", U"i"},
}};
constexpr std::array<Spelling, 15> end_spellings = {{
    {U"ng", U"g"},
    {U"ck", U"k"},
    {U"k", U"k"},
    {U"g", U"k"},
    {U"c", U"k"},
    {U"n", U"n"},
    {U"t", U"t"},
    {U"d", U"t"},
    {U"s", U"t"},
    {U"l", U"l"},
    {U"r", U"l"},
    {U"m", U"m"},
    {U"p", U"p"},
    {U"b", U"p"},
    {U"", U"."},
}};

// ㄹ and ㄴ at the beginning of a word are not said before i and y, and ㄹ is n elsewhere.
void follow_initial_law(KoreanReading& reading) {
  if (reading.empty()) return;
  const bool before_y = View(U"izxyqQ").find(reading[1]) != View::npos;
  if (before_y && (reading[0] == U'l' || reading[0] == U'n')) reading[0] = U'-';
  if (reading[0] == U'l') reading[0] = U'n';
}

KoreanReading reading_of_hangul(View word) {
  KoreanReading reading;
  for (const char32_t syllable : word) {
    const std::size_t place = syllable - first_syllable;
    reading += beginnings[place / (ends_count * vowels_count)];
    reading += vowels[place / ends_count % vowels_count];
    reading += ends[place % ends_count];
  }
  follow_initial_law(reading);
  return reading;
}

// A search ends after so many steps: no Korean name needs as many.
constexpr int steps_max = 4000;

struct Search {
  std::vector<KoreanReading> readings;
  int steps = 0;
};

// All ways to read `rest` as syllables, put behind `so_far`.
void read_on(View rest, const KoreanReading& so_far, Search& search);

void read_end(View rest, const KoreanReading& so_far, Search& search) {
  for (const Spelling& end : end_spellings) {
    if (rest.starts_with(end.latin))
      read_on(rest.substr(end.latin.size()), so_far + end.sounds[0], search);
  }
}

void read_vowel(View rest, const KoreanReading& so_far, Search& search) {
  for (const Spelling& vowel : vowel_spellings) {
    if (!rest.starts_with(vowel.latin)) continue;
    for (const char32_t sound : vowel.sounds)
      read_end(rest.substr(vowel.latin.size()), so_far + sound, search);
  }
}

void read_on(View rest, const KoreanReading& so_far, Search& search) {
  if (search.readings.size() >= readings_max || ++search.steps > steps_max) return;
  if (rest.empty()) {
    KoreanReading reading = so_far;
    follow_initial_law(reading);
    search.readings.push_back(std::move(reading));
    return;
  }
  if (so_far.size() >= 3 * syllables_max) return;
  for (const Spelling& beginning : beginning_spellings) {
    if (rest.starts_with(beginning.latin))
      read_vowel(rest.substr(beginning.latin.size()), so_far + beginning.sounds[0], search);
  }
  read_vowel(rest, so_far + U'-', search);
}

// Kontsevich's Cyrillic letter by letter: Ын Чхоль is eun chol.
std::optional<std::u32string> latin_of_cyrillic(View word) {
  static constexpr std::array<Spelling, 33> letters = {{
      {U"дж", U"j"}, {U"чх", U"ch"}, {U"кх", U"k"},  {U"пх", U"p"},  {U"тх", U"t"},  {U"нъ", U"n"},
      {U"ль", U"l"}, {U"ве", U"we"}, {U"ви", U"wi"}, {U"ва", U"wa"}, {U"во", U"wo"}, {U"а", U"a"},
      {U"э", U"e"},  {U"е", U"e"},   {U"ё", U"yo"},  {U"и", U"i"},   {U"о", U"o"},   {U"у", U"u"},
      {U"ы", U"eu"}, {U"ю", U"yu"},  {U"я", U"ya"},  {U"к", U"k"},   {U"г", U"g"},   {U"н", U"n"},
      {U"т", U"t"},  {U"д", U"d"},   {U"р", U"r"},   {U"л", U"l"},   {U"м", U"m"},   {U"б", U"b"},
      {U"п", U"p"},  {U"с", U"s"},   {U"х", U"h"},
  }};
  std::u32string latin;
  for (std::size_t at = 0; at < word.size();) {
    if (word[at] == U'ч' && !word.substr(at).starts_with(U"чх")) {
      latin += U"ch";
      ++at;
      continue;
    }
    // In Russian a final ng is written n.
    const auto found = std::find_if(letters.begin(), letters.end(), [&](const Spelling& one) {
      return word.substr(at).starts_with(one.latin);
    });
    if (found == letters.end()) return std::nullopt;
    latin += found->sounds;
    at += found->latin.size();
  }
  return latin;
}

}  // namespace

std::vector<KoreanReading> korean_readings(View word) {
  if (word.empty() || word.size() > letters_max) return {};
  const auto is_hangul = [](char32_t letter) {
    return letter >= first_syllable && letter <= last_syllable;
  };
  if (std::all_of(word.begin(), word.end(), is_hangul)) return {reading_of_hangul(word)};
  Search search;
  const bool is_cyrillic = word[0] >= 0x400 && word[0] < 0x530;
  const std::optional<std::u32string> latin =
      is_cyrillic ? latin_of_cyrillic(word) : std::u32string(word);
  if (latin) read_on(*latin, {}, search);
  std::vector<KoreanReading>& readings = search.readings;
  std::sort(readings.begin(), readings.end());
  readings.erase(std::unique(readings.begin(), readings.end()), readings.end());
  return readings;
}

std::optional<int> korean_family_rank(View word) {
  if (word.size() > family_letters_max) return std::nullopt;
  // By how many bear them; spellings of one name stand together.
  static constexpr std::array<View, 121> families = {
      U"kim",   U"gim",  U"ким",   U"lee",   U"yi",   U"ri",    U"rhee",  U"li",   U"i",
      U"ли",    U"park", U"pak",   U"bak",   U"пак",  U"choi",  U"choe",  U"chwe", U"цой",
      U"чхве",  U"jung", U"chung", U"jeong", U"jong", U"chong", U"чон",   U"kang", U"gang",
      U"кан",   U"cho",  U"jo",    U"чо",    U"yoon", U"yun",   U"youn",  U"юн",   U"jang",
      U"chang", U"чан",  U"lim",   U"im",    U"rim",  U"yim",   U"лим",   U"им",   U"han",
      U"хан",   U"oh",   U"o",     U"seo",   U"suh",  U"so",    U"shin",  U"sin",  U"син",
      U"kwon",  U"gwon", U"квон",  U"hwang", U"хван", U"ahn",   U"an",    U"ан",   U"song",
      U"сон",   U"ryu",  U"yoo",   U"yu",    U"ryoo", U"рю",    U"ю",     U"jeon", U"jun",
      U"chun",  U"hong", U"хон",   U"ko",    U"go",   U"koh",   U"ко",    U"moon", U"mun",
      U"мун",   U"yang", U"ян",    U"son",   U"sohn", U"bae",   U"pae",   U"baek", U"paik",
      U"heo",   U"huh",  U"hur",   U"nam",   U"нам",  U"shim",  U"sim",   U"noh",  U"roh",
      U"no",    U"ro",   U"ha",    U"kwak",  U"gwak", U"sung",  U"seong", U"cha",  U"joo",
      U"ju",    U"woo",  U"koo",   U"goo",   U"min",  U"na",    U"ra",    U"jin",  U"eom",
      U"um",    U"chae", U"bang",  U"pang"};
  const auto found = std::find(families.begin(), families.end(), word);
  if (found == families.end()) return std::nullopt;
  return static_cast<int>(found - families.begin());
}

}  // namespace sanaq::text
