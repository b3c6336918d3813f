#include "sanaq/tables/sex_cell.h"

#include <algorithm>
#include <array>

#include "sanaq/tables/cell_text.h"
#include "sanaq/text/fold.h"

namespace sanaq::tables {
namespace {

// English, Russian, Kazakh, Ukrainian, Spanish, French, Turkish, German, Arabic; folded, without a
// dot behind. Of single letters those that mean one thing everywhere.
constexpr std::array<std::string_view, 48> male_words = {
    "male",        "man",     "boy",     "men",      "м",         "муж",      "мужской",
    "мужчина",     "мужск",   "мальчик", "мальч",    "муж.пол",   "муж. пол", "муж пол",
    "мужской пол", "юноша",   "е",       "ер",       "ер адам",   "еркек",    "ұл",
    "ұл бала",     "er",      "erkek",   "эркек",    "чол",       "чоловік",  "чоловіча",
    "чоловічий",   "хлопець", "ч",       "hombre",   "masculino", "varón",    "varon",
    "niño",        "masc",    "homme",   "masculin", "garçon",    "bay",      "mann",
    "männlich",    "ذكر",     "رجل",     "ولد",      "мужчины",   "erkak"};
constexpr std::array<std::string_view, 47> female_words = {
    "f",           "female",  "woman",    "girl",    "women",     "w",       "ж",        "жен",
    "женский",     "женщина", "женск",    "девочка", "дев",       "жен.пол", "жен. пол", "жен пол",
    "женский пол", "девушка", "ә",        "әйел",    "әйел адам", "қыз",     "қыз бала", "aiel",
    "äiel",        "аял",     "жін",      "жінка",   "жіноча",    "жіночий", "дівчина",  "mujer",
    "femenino",    "fem",     "niña",     "femme",   "féminin",   "feminin", "fille",    "kadın",
    "kadin",       "bayan",   "weiblich", "frau",    "أنثى",      "انثى",    "امرأة"};

std::string without_dot(std::string_view cell) {
  std::string folded = text::fold(cell);
  while (!folded.empty() && folded.back() == '.') folded.pop_back();
  return folded;
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

LetterOfSex meaning_of(std::string_view word, const SexLetters& letters) {
  if (word == "m") return letters.m;
  if (word == "h") return letters.h;
  if (word == "k") return letters.k;
  if (word == "v") return letters.v;
  if (word == "e" && letters.k == LetterOfSex::female) return LetterOfSex::male;  // erkek, kadın
  if (is_one_of(word, male_words)) return LetterOfSex::male;
  if (is_one_of(word, female_words)) return LetterOfSex::female;
  return LetterOfSex::unknown;
}

}  // namespace

SexLetters sex_letters(const std::vector<std::string>& cells) {
  const auto has = [&](std::string_view word) {
    return std::any_of(cells.begin(), cells.end(), [&](const std::string& cell) {
      return cell.size() <= word.size() + 1 && without_dot(cell) == word;
    });
  };
  SexLetters letters;
  const bool has_h = has("h"), has_v = has("v"), has_m = has("m"), has_f = has("f");
  if (has_h) letters.h = LetterOfSex::male;
  if (has_v) letters.v = LetterOfSex::male;
  if (has_m && (has_h || has_v)) letters.m = has_f ? LetterOfSex::unknown : LetterOfSex::female;
  if (has_m && has("mujer")) letters.m = LetterOfSex::unknown;
  if (has("k") && (has("e") || has_m)) letters.k = LetterOfSex::female;
  return letters;
}

base::Result<std::string_view> read_sex(std::string_view cell, const SexLetters& letters) {
  const std::string folded = without_dot(cell);
  if (says_nothing(folded) || folded == "na" || folded == "u") return std::string_view();
  switch (meaning_of(folded, letters)) {
    case LetterOfSex::male:
      return "m";
    case LetterOfSex::female:
      return "f";
    case LetterOfSex::unknown:
      break;
  }
  return tl::unexpected(base::Problem{
      base::message("this is not a word for male or female that is known here"),
      base::message("write m or f, or leave the cell empty; numbers are not guessed at")});
}

}  // namespace sanaq::tables
