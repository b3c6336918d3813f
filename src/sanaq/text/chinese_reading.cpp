#include "sanaq/text/chinese_reading.h"

#include <unicode/translit.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include "sanaq/base/check.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/letters.h"
#include "sanaq/text/romanise.h"
#include "sanaq/text/wide_text.h"

namespace sanaq::text {
namespace {

using View = std::u32string_view;

constexpr char32_t first_han = 0x2E80;
constexpr std::size_t family_letters_max = 9;  // shangguan
constexpr std::size_t syllable_bytes_max = 12;
constexpr std::size_t letters_max = 48;
constexpr std::size_t syllables_max = 8;
constexpr std::size_t readings_max = 32;

// A beginning or an ending of a syllable as pinyin, Wade-Giles (without its apostrophes) and
// Palladius' Cyrillic write it.
struct Spelling {
  std::string_view pinyin, wade_giles, palladius;
};

constexpr std::array<Spelling, 21> beginnings = {{
    {"b", "p", "б"},   {"p", "p", "п"},   {"m", "m", "м"},  {"f", "f", "ф"},   {"d", "t", "д"},
    {"t", "t", "т"},   {"n", "n", "н"},   {"l", "l", "л"},  {"g", "k", "г"},   {"k", "k", "к"},
    {"h", "h", "х"},   {"j", "ch", "цз"}, {"q", "ch", "ц"}, {"x", "hs", "с"},  {"zh", "ch", "чж"},
    {"ch", "ch", "ч"}, {"sh", "sh", "ш"}, {"r", "j", "ж"},  {"z", "ts", "цз"}, {"c", "ts", "ц"},
    {"s", "s", "с"},
}};
constexpr std::array<Spelling, 35> endings = {{
    {"a", "a", "а"},         {"ai", "ai", "ай"},    {"an", "an", "ань"},    {"ang", "ang", "ан"},
    {"ao", "ao", "ао"},      {"e", "e", "э"},       {"e", "o", "э"},        {"ei", "ei", "эй"},
    {"en", "en", "энь"},     {"eng", "eng", "эн"},  {"i", "i", "и"},        {"i", "ih", "и"},
    {"ia", "ia", "я"},       {"ian", "ien", "янь"}, {"iang", "iang", "ян"}, {"iao", "iao", "яо"},
    {"ie", "ieh", "е"},      {"in", "in", "инь"},   {"ing", "ing", "ин"},   {"iong", "iung", "юн"},
    {"iu", "iu", "ю"},       {"o", "o", "о"},       {"ong", "ung", "ун"},   {"ou", "ou", "оу"},
    {"u", "u", "у"},         {"ua", "ua", "уа"},    {"uai", "uai", "уай"},  {"uan", "uan", "уань"},
    {"uang", "uang", "уан"}, {"ui", "ui", "уй"},    {"un", "un", "унь"},    {"uo", "o", "о"},
    {"uo", "uo", "о"},       {"v", "u", "юй"},      {"ve", "ueh", "юэ"},
}};
// u after j, q and x is the narrow one.
constexpr std::array<Spelling, 4> narrow_endings = {
    {{"u", "u", "юй"}, {"uan", "uan", "юань"}, {"ue", "ueh", "юэ"}, {"un", "un", "юнь"}}};
constexpr std::array<Spelling, 42> whole_syllables = {{
    {"a", "a", "а"},          {"ai", "ai", "ай"},    {"an", "an", "ань"},
    {"ang", "ang", "ан"},     {"ao", "ao", "ао"},    {"e", "o", "э"},
    {"en", "en", "энь"},      {"er", "erh", "эр"},   {"ou", "ou", "оу"},
    {"ya", "ya", "я"},        {"yan", "yen", "янь"}, {"yang", "yang", "ян"},
    {"yao", "yao", "яо"},     {"ye", "yeh", "е"},    {"yi", "i", "и"},
    {"yi", "yi", "и"},        {"yin", "yin", "инь"}, {"ying", "ying", "ин"},
    {"yong", "yung", "юн"},   {"you", "yu", "ю"},    {"yu", "yu", "юй"},
    {"yuan", "yuan", "юань"}, {"yue", "yueh", "юэ"}, {"yun", "yun", "юнь"},
    {"wa", "wa", "ва"},       {"wai", "wai", "вай"}, {"wan", "wan", "вань"},
    {"wang", "wang", "ван"},  {"wei", "wei", "вэй"}, {"wen", "wen", "вэнь"},
    {"weng", "weng", "вэн"},  {"wo", "wo", "во"},    {"wu", "wu", "у"},
    {"zi", "tzu", "цзы"},     {"ci", "tzu", "цы"},   {"si", "ssu", "сы"},
    {"si", "szu", "сы"},      {"ri", "jih", "жи"},   {"hui", "hui", "хуэй"},
    {"nei", "nei", "нэй"},    {"lei", "lei", "лэй"}, {"eng", "eng", "эн"},
}};

using Syllables = std::unordered_map<std::string, std::vector<std::string>>;  // spelt: pinyin

struct AllSyllables {
  Syllables pinyin, wade_giles, palladius;

  void add(std::string_view in_pinyin, std::string_view in_wade_giles,
           std::string_view in_palladius) {
    const std::string syllable(in_pinyin);
    pinyin[syllable] = {syllable};
    wade_giles[std::string(in_wade_giles)].push_back(syllable);
    palladius[std::string(in_palladius)].push_back(syllable);
  }
};

bool is_narrow(std::string_view beginning) {
  return beginning == "j" || beginning == "q" || beginning == "x";
}

// Endings that occur with a beginning, roughly: what never occurs does no harm, as no name has it.
bool occurs(std::string_view beginning, std::string_view ending) {
  const bool is_sharp = beginning.starts_with('z') || beginning.starts_with('c') ||
                        beginning.starts_with('s') || beginning == "r";
  const bool is_back = beginning == "g" || beginning == "k" || beginning == "h";
  if (ending.starts_with('v')) return beginning == "n" || beginning == "l";
  if (is_narrow(beginning)) return ending.starts_with('i');
  if (ending.starts_with('i') && (is_sharp || is_back)) return is_sharp && ending == "i";
  return true;
}

AllSyllables load_syllables() {
  AllSyllables all;
  const auto join = [](std::string_view one, std::string_view other) {
    return std::string(one) + std::string(other);
  };
  const auto add = [&](const Spelling& beginning, const Spelling& ending) {
    all.add(join(beginning.pinyin, ending.pinyin), join(beginning.wade_giles, ending.wade_giles),
            join(beginning.palladius, ending.palladius));
  };
  for (const Spelling& beginning : beginnings) {
    for (const Spelling& ending : endings) {
      if (occurs(beginning.pinyin, ending.pinyin)) add(beginning, ending);
    }
    for (const Spelling& ending : narrow_endings) {
      if (is_narrow(beginning.pinyin)) add(beginning, ending);
    }
  }
  for (const Spelling& whole : whole_syllables)
    all.add(whole.pinyin, whole.wade_giles, whole.palladius);
  return all;
}

const Syllables& syllables(ChineseSpelling spelling) {
  static const AllSyllables all = load_syllables();
  switch (spelling) {
    case ChineseSpelling::wade_giles:
      return all.wade_giles;
    case ChineseSpelling::palladius:
      return all.palladius;
    default:
      return all.pinyin;
  }
}

bool is_han(char32_t letter) {
  if (letter < first_han) return false;  // nearly every letter that is asked about
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(letter), &status) == USCRIPT_HAN;
}

std::string reading_of_han(View word) {
  std::string reading;
  for (const char32_t letter : word) {
    if (!reading.empty()) reading += '|';
    reading += fold(romanise(to_utf8(std::u32string(1, letter))));
  }
  return reading;
}

using FamilyNames = std::unordered_set<std::u32string>;

// All that a spelling can write.
FamilyNames family_names(ChineseSpelling spelling) {
  static const std::unordered_set<std::string_view> families = {
      "wang",  "li",    "zhang", "liu",   "chen", "yang", "huang", "zhao",  "wu",   "zhou",
      "xu",    "sun",   "ma",    "zhu",   "hu",   "guo",  "he",    "lin",   "gao",  "luo",
      "zheng", "liang", "xie",   "song",  "tang", "deng", "han",   "feng",  "cao",  "peng",
      "zeng",  "xiao",  "tian",  "dong",  "pan",  "yuan", "cai",   "jiang", "yu",   "du",
      "ye",    "cheng", "wei",   "su",    "lu",   "ding", "ren",   "yao",   "shen", "lv",
      "cui",   "zhong", "tan",   "wan",   "shi",  "liao", "jia",   "xia",   "fu",   "fang",
      "bai",   "zou",   "meng",  "xiong", "qin",  "qiu",  "hou",   "yin",   "xue",  "yan",
      "lei",   "long",  "tao",   "hao",   "gong", "shao", "qian",  "dai",   "mo",   "kong",
      "xiang", "chang", "kang",  "niu",   "gu",   "mao",  "sha",   "ge",    "wen",  "fan",
      "ning",  "tong",  "an",    "qi",    "lai",  "jin",  "lan",   "bao",   "zuo",  "zhan",
      "miao",  "guan",  "bi",    "nie",   "jiao", "pang", "yi",    "qiao",  "hong", "hua",
      "geng",  "mei",   "xi",    "gan",   "ji",   "jing", "chu",   "ou",    "qu",   "shu",
      "shuai", "pu",    "zang",  "min",   "mu",   "sang", "tu",    "xing",  "yue",  "rong",
      "ruan",  "sheng", "ru",    "di",    "ke"};
  FamilyNames spelt;
  for (const auto& [written, pinyin] : syllables(spelling)) {
    if (std::any_of(pinyin.begin(), pinyin.end(),
                    [&](const std::string& one) { return families.count(one) > 0; }))
      spelt.insert(to_utf32(written));
  }
  if (spelling == ChineseSpelling::pinyin)
    spelt.insert({U"ouyang", U"sima", U"zhuge", U"shangguan", U"situ"});
  return spelt;
}

// A search ends after so many steps: no name needs as many.
constexpr int steps_max = 4000;

struct Search {
  const Syllables& known;
  std::vector<std::string> readings;
  int steps = 0;
};

void cut_on(std::string_view rest, const std::string& so_far, std::size_t count, Search& search) {
  if (search.readings.size() >= readings_max || ++search.steps > steps_max) return;
  if (rest.empty()) {
    search.readings.push_back(so_far);
    return;
  }
  if (count == syllables_max) return;
  for (std::size_t length = std::min(syllable_bytes_max, rest.size()); length > 0; --length) {
    const auto found = search.known.find(std::string(rest.substr(0, length)));
    if (found == search.known.end()) continue;
    for (const std::string& syllable : found->second)
      cut_on(rest.substr(length), so_far.empty() ? syllable : so_far + "|" + syllable, count + 1,
             search);
  }
}

// ---- transcription

// Costs of hearing a foreign consonant in a Chinese one, by hand from the usual tables of
// transcription; none: another sound.
struct Hearing {
  char chinese;
  std::string_view foreign;  // letters of the Latin key
  double cost;
};

constexpr double other_sound = 1.3;

constexpr std::array<Hearing, 72> hearings = {{
    {'b', "b", 0},    {'b', "p", .3},   {'b', "v", .5},    {'p', "p", 0},     {'p', "b", .3},
    {'p', "f", .8},   {'f', "fv", 0},   {'f', "ph", .7},   {'w', "v", 0},     {'w', "hgb", .7},
    {'m', "m", 0},    {'m', "n", .8},   {'d', "d", 0},     {'d', "t", .2},    {'t', "t", 0},
    {'t', "d", .4},   {'n', "n", 0},    {'n', "m", .8},    {'N', "n", 0},     {'N', "m", .2},
    {'l', "lr", 0},   {'R', "lr", 0},   {'g', "g", 0},     {'g', "k", .3},    {'g', "hj", .7},
    {'k', "k", 0},    {'k', "g", .4},   {'k', "hcxC", .4}, {'h', "h", 0},     {'h', "k", .5},
    {'h', "gjf", .6}, {'j', "j", 0},    {'j', "g", 0},     {'j', "dztk", .4}, {'j', "cC", .4},
    {'j', "y", .5},   {'q', "C", 0},    {'q', "c", .2},    {'q', "ktj", .4},  {'x', "sS", 0},
    {'x', "h", .3},   {'x', "czC", .4}, {'Z', "j", 0},     {'Z', "gC", .3},   {'Z', "zdy", .5},
    {'C', "C", 0},    {'C', "c", .3},   {'C', "S", .4},    {'C', "t", .7},    {'S', "S", 0},
    {'S', "s", .1},   {'S', "C", .4},   {'S', "z", .5},    {'r', "r", 0},     {'r', "j", .2},
    {'r', "l", .3},   {'r', "y", .5},   {'z', "z", 0},     {'z', "sc", .2},   {'z', "dj", .5},
    {'c', "c", 0},    {'c', "sz", .3},  {'c', "C", .4},    {'s', "s", 0},     {'s', "zc", .15},
    {'s', "t", .3},   {'s', "S", .4},   {'Y', "y", 0},     {'Y', "j", .2},    {'Y', "g", .6},
    {'w', "u", 0},    {'Y', "h", .6},
}};

double heard(char chinese, char foreign) {
  for (const Hearing& one : hearings) {
    if (one.chinese == chinese && one.foreign.find(foreign) != std::string_view::npos)
      return one.cost;
  }
  return other_sound;
}

// A Chinese syllable cannot be without a vowel, and its end n may be a nasal vowel's.
double unheard_chinese(char sound) {
  switch (sound) {
    case 'Y':
    case 'w':
      return .25;
    case 'R':
    case 'h':
      return .4;
    case 'N':
      return .5;
    default:
      return 1.3;
  }
}

// r and h are often left out, l and n sometimes.
double unheard_foreign(char sound) {
  switch (sound) {
    case 'y':
      return .15;
    case 'r':
      return .35;
    case 'h':
      return .4;
    case 'l':
    case 'n':
    case 'm':
    case 't':
    case 'd':
      return .7;
    default:
      return 1.1;
  }
}

// Beginning and end of each syllable: shi|mi|si is Sms, an is N, er is R.
std::string chinese_consonants(std::string_view pinyin) {
  std::string sounds;
  while (!pinyin.empty()) {
    const std::size_t end = pinyin.find('|');
    const std::string_view syllable = pinyin.substr(0, end);
    pinyin = end == std::string_view::npos ? std::string_view() : pinyin.substr(end + 1);
    if (syllable.starts_with("zh")) {
      sounds += 'Z';
    } else if (syllable.starts_with("ch")) {
      sounds += 'C';
    } else if (syllable.starts_with("sh")) {
      sounds += 'S';
    } else if (syllable.starts_with('y')) {
      sounds += 'Y';
    } else if (!syllable.empty() &&
               std::string_view("aeo").find(syllable[0]) == std::string_view::npos) {
      sounds += syllable[0];
    }
    if (syllable == "er") sounds += 'R';
    if (syllable.ends_with('n') || syllable.ends_with("ng")) sounds += 'N';
  }
  return sounds;
}

// x is k and s, of which the k is often not heard: 亚历山大 is Alexander.
double unheard_foreign(std::string_view sounds, std::size_t at) {
  const bool is_x = sounds[at] == 'k' && at + 1 < sounds.size() && sounds[at + 1] == 's';
  return is_x ? .4 : unheard_foreign(sounds[at]);
}

std::string foreign_consonants(std::string_view latin) {
  std::string sounds;
  for (const char letter : latin) {
    if (letter == 'x') {
      sounds += "ks";
    } else if (std::string_view("aeiou").find(letter) == std::string_view::npos) {
      sounds += letter;
    }
  }
  return sounds;
}

}  // namespace

std::vector<std::string> pinyin_readings(View word, ChineseSpelling spelling) {
  if (word.empty() || word.size() > letters_max) return {};
  if (std::all_of(word.begin(), word.end(), is_han)) return {reading_of_han(word)};
  Search search{syllables(spelling), {}};
  cut_on(to_utf8(word), {}, 0, search);
  return search.readings;
}

bool is_chinese_family_name(View word, ChineseSpelling spelling) {
  static const std::array<FamilyNames, 3> spelt = {family_names(ChineseSpelling::pinyin),
                                                   family_names(ChineseSpelling::wade_giles),
                                                   family_names(ChineseSpelling::palladius)};
  if (word.size() > family_letters_max) return false;
  return spelt[static_cast<std::size_t>(spelling)].count(std::u32string(word)) > 0;
}

TranscriptionFit fit_transcription(std::string_view pinyin, std::string_view latin) {
  const std::string x = chinese_consonants(pinyin);
  const std::string y = foreign_consonants(latin);
  if (x.empty() || y.empty()) return {};
  std::vector<double> row(y.size() + 1, 0);
  for (std::size_t j = 0; j < y.size(); ++j) row[j + 1] = row[j] + unheard_foreign(y, j);
  for (const char sound : x) {
    double diagonal = row[0];
    row[0] += unheard_chinese(sound);
    for (std::size_t j = 0; j < y.size(); ++j) {
      const double best =
          std::min({diagonal + heard(sound, y[j]), row[j + 1] + unheard_chinese(sound),
                    row[j] + unheard_foreign(y, j)});
      diagonal = row[j + 1];
      row[j + 1] = best;
    }
  }
  const auto counted = [](const std::string& sounds) {
    return std::count_if(sounds.begin(), sounds.end(),
                         [](char sound) { return sound != 'Y' && sound != 'w' && sound != 'y'; });
  };
  const int consonants = static_cast<int>(std::max({counted(x), counted(y), std::ptrdiff_t{1}}));
  return {std::clamp(1 - 1.7 * row[y.size()] / consonants, 0.0, 1.0), consonants};
}

}  // namespace sanaq::text
