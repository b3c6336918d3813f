#include "sanaq/text/affixes.h"

#include <algorithm>
#include <array>
#include <string>

namespace sanaq::text {
namespace {

using View = std::u32string_view;

struct Suffix {
  View letters;
  Patronymic kind;
};

// Longest first.
constexpr std::array<Suffix, 39> patronymic_suffixes = {{
    {U"инична", Patronymic::sure},       {U"ovitch", Patronymic::family_too},
    {U"evitch", Patronymic::family_too}, {U"йович", Patronymic::family_too},
    {U"ovich", Patronymic::family_too},  {U"evich", Patronymic::family_too},
    {U"ovych", Patronymic::family_too},  {U"evych", Patronymic::family_too},
    {U"ichna", Patronymic::sure},        {U"қызы", Patronymic::sure},
    {U"кызы", Patronymic::sure},         {U"кизи", Patronymic::sure},
    {U"гызы", Patronymic::sure},         {U"қизи", Patronymic::sure},
    {U"ўғли", Patronymic::sure},         {U"угли", Patronymic::sure},
    {U"оглы", Patronymic::likely},       {U"оглу", Patronymic::likely},
    {U"ович", Patronymic::family_too},   {U"евич", Patronymic::family_too},
    {U"овна", Patronymic::sure},         {U"евна", Patronymic::sure},
    {U"ична", Patronymic::sure},         {U"івна", Patronymic::sure},
    {U"ївна", Patronymic::sure},         {U"ogly", Patronymic::likely},
    {U"oglu", Patronymic::likely},       {U"ogli", Patronymic::likely},
    {U"kyzy", Patronymic::sure},         {U"qyzy", Patronymic::sure},
    {U"qizi", Patronymic::sure},         {U"kizi", Patronymic::sure},
    {U"gyzy", Patronymic::sure},         {U"ovna", Patronymic::sure},
    {U"evna", Patronymic::sure},         {U"ivna", Patronymic::sure},
    {U"ұлы", Patronymic::sure},          {U"улы", Patronymic::sure},
    {U"ули", Patronymic::likely},
}};
constexpr std::array<Suffix, 3> short_suffixes = {
    {{U"uly", Patronymic::likely}, {U"uli", Patronymic::likely}, {U"ич", Patronymic::family_too}}};

constexpr std::size_t stem_length_min = 2;

// Latin with its marks gone: ū u, ı i, ğ g.
std::u32string without_marks(View word) {
  static constexpr View marked = U"ūúùûüıīíğǵ";
  static constexpr View plain = U"uuuuuiiigg";
  std::u32string result(word);
  for (char32_t& letter : result) {
    const std::size_t at = marked.find(letter);
    if (at != View::npos) letter = plain[at];
  }
  return result;
}

template <std::size_t count>
bool is_one_of(const std::array<View, count>& words, View word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

PatronymicSuffix patronymic_suffix(View word) {
  const std::u32string plain = without_marks(word);
  const auto fits = [&](const Suffix& suffix) {
    return plain.size() >= suffix.letters.size() + stem_length_min &&
           plain.ends_with(suffix.letters);
  };
  for (const Suffix& suffix : patronymic_suffixes) {
    if (fits(suffix)) return {suffix.kind, suffix.letters.size()};
  }
  for (const Suffix& suffix : short_suffixes) {
    if (fits(suffix)) return {suffix.kind, suffix.letters.size()};
  }
  return {};
}

bool is_patronymic_word(View word) {
  static constexpr std::array<View, 23> words = {
      U"ұлы",  U"улы",  U"ули",  U"ўғли", U"угли", U"оглы", U"оглу", U"қызы",
      U"кызы", U"кизи", U"қизи", U"гызы", U"uly",  U"uli",  U"ogly", U"oglu",
      U"ogli", U"kyzy", U"qyzy", U"qizi", U"kizi", U"gyzy", U"ugli"};
  return is_one_of(words, without_marks(word));
}

FamilySuffix family_suffix(View word) {
  struct Ending {
    View letters;
    int kind;
  };
  // Longest first.
  static constexpr std::array<Ending, 38> endings = {{
      {U"skaya", 6}, {U"skaia", 6}, {U"skaja", 6}, {U"ская", 6}, {U"цкая", 6}, {U"ский", 5},
      {U"цкий", 5},  {U"skiy", 5},  {U"skij", 5},  {U"skyi", 5}, {U"yeva", 3}, {U"ieva", 3},
      {U"ова", 3},   {U"ева", 3},   {U"ёва", 3},   {U"ина", 4},  {U"ына", 4},  {U"yev", 1},
      {U"iev", 1},   {U"ova", 3},   {U"eva", 3},   {U"ina", 4},  {U"off", 1},  {U"eff", 1},
      {U"sky", 5},   {U"ski", 5},   {U"ов", 1},    {U"ев", 1},   {U"ёв", 1},   {U"ин", 2},
      {U"ын", 2},    {U"ой", 7},    {U"ая", 8},    {U"ий", 7},   {U"ый", 7},   {U"ov", 1},
      {U"ev", 1},    {U"in", 2},
  }};
  for (const Ending& ending : endings) {
    if (word.size() >= ending.letters.size() + 3 && word.ends_with(ending.letters))
      return {ending.kind, ending.letters.size()};
  }
  return {};
}

bool is_particle(View word) {
  static constexpr std::array<View, 46> words = {
      U"al",  U"el",   U"ul",  U"as",    U"ash", U"ad",  U"ar",  U"an",  U"at",  U"az",
      U"bin", U"ben",  U"ibn", U"bint",  U"van", U"von", U"der", U"den", U"de",  U"da",
      U"do",  U"dos",  U"del", U"della", U"di",  U"du",  U"la",  U"le",  U"y",   U"e",
      U"i",   U"аль",  U"эль", U"ибн",   U"бин", U"бен", U"ال",  U"بن",  U"ابن", U"بنت",
      U"bnt", U"ould", U"фон", U"ван",   U"де",  U"ар"};
  return is_one_of(words, word);
}

bool is_article(View word) {
  static constexpr std::array<View, 17> words = {U"al",  U"el", U"ul", U"ar", U"er", U"as",
                                                 U"ash", U"ad", U"an", U"at", U"az", U"аль",
                                                 U"эль", U"ар", U"ال", U"ur", U"us"};
  return is_one_of(words, word);
}

bool joins_next(View word) {
  static constexpr std::array<View, 23> words = {
      U"abd", U"abdul", U"abdel", U"abdal",  U"abdu", U"abdur", U"abu", U"abo",
      U"um",  U"umm",   U"mac",   U"mc",     U"عبد",  U"أبو",   U"ابو", U"أم",
      U"ام",  U"абд",   U"абдул", U"абдель", U"абу",  U"عبدال", U"abou"};
  return is_one_of(words, word);
}

bool joins_previous(View word) {
  static constexpr std::array<View, 14> words = {U"din",   U"deen",  U"eddine", U"eddin", U"uddin",
                                                 U"aldin", U"الدين", U"دين",    U"allah", U"ullah",
                                                 U"الله",  U"дин",   U"ддин",   U"аллах"};
  return is_one_of(words, word);
}

bool is_title(View word) {
  static constexpr std::array<View, 34> words = {
      U"mr",        U"mrs",       U"ms",      U"miss",  U"dr",     U"prof",     U"professor",
      U"doctor",    U"sir",       U"madam",   U"mme",   U"mlle",   U"herr",     U"frau",
      U"capt",      U"gen",       U"lt",      U"sgt",   U"maj",    U"господин", U"госпожа",
      U"гражданин", U"гражданка", U"гр",      U"тов",   U"проф",   U"мырза",    U"ханым",
      U"السيد",     U"السيدة",    U"الدكتور", U"دكتور", U"الشهيد", U"الحاج"};
  return is_one_of(words, word);
}

int generation_of(View word) {
  static constexpr std::array<View, 4> elder = {U"sr", U"senior", U"старший", U"үлкен"};
  static constexpr std::array<View, 5> younger = {U"jr", U"junior", U"ii", U"младший", U"кіші"};
  if (is_one_of(elder, word)) return 1;
  if (is_one_of(younger, word)) return 2;
  if (word == U"iii") return 3;
  return word == U"iv" ? 4 : 0;
}

}  // namespace sanaq::text
