#include "sanaq/tables/sex_cell.h"

#include <algorithm>
#include <array>

#include "sanaq/tables/cell_text.h"
#include "sanaq/text/name.h"

namespace sanaq::tables {
namespace {

constexpr std::array<std::string_view, 20> male_words = {
    "m",       "male", "man", "boy", "м",       "муж",   "муж.", "мужской", "мужчина", "мужск",
    "мальчик", "м.",   "е",   "ер",  "ер адам", "еркек", "ұл",   "ұл бала", "er",      "erkek"};
constexpr std::array<std::string_view, 20> female_words = {
    "f",    "female",    "woman",   "girl",     "w",       "ж",   "жен",
    "жен.", "женский",   "женщина", "женск",    "девочка", "ж.",  "ә",
    "әйел", "әйел адам", "қыз",     "қыз бала", "aiel",    "äiel"};

}  // namespace

base::Result<std::string_view> read_sex(std::string_view cell) {
  const std::string folded = text::fold(cell);
  if (says_nothing(folded) || folded == "na" || folded == "u") return std::string_view();
  if (std::find(male_words.begin(), male_words.end(), folded) != male_words.end()) return "m";
  if (std::find(female_words.begin(), female_words.end(), folded) != female_words.end()) return "f";
  return tl::unexpected(base::Problem{
      base::message("this is not a word for male or female that is known here"),
      base::message("write m or f, or leave the cell empty; numbers are not guessed at")});
}

}  // namespace sanaq::tables
