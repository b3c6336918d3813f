#include "sanaq/tables/age_cell.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <string>
#include <vector>

#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/limits.h"
#include "sanaq/text/name.h"

namespace sanaq::tables {
namespace {

using base::message;

constexpr std::array<std::string_view, 24> year_words = {
    "y",    "yo",  "y.o.", "y.o", "yr",  "yrs",   "year", "years", "old", "г",     "г.",    "год",
    "года", "лет", "л",    "л.",  "жас", "жаста", "жыл",  "ж",     "ж.",  "жасар", "годов", "aged"};
constexpr std::array<std::string_view, 25> part_of_year_words = {
    "mo",  "mos",    "month",  "months", "мес",    "мес.",  "месяц", "месяца", "месяцев",
    "ай",  "айлық",  "day",    "days",   "week",   "weeks", "дней",  "дня",    "день",
    "күн", "күндік", "неделя", "недели", "недель", "нед",   "апта"};
// "35M", "22 f": an age and a sex. A lone "m" is never months, but behind years ("2 y 3 m").
constexpr std::array<std::string_view, 10> sex_words = {"m",    "f",   "м",    "м.",   "муж",
                                                        "муж.", "жен", "жен.", "male", "female"};
constexpr std::array<std::string_view, 9> passed_over = {"c",   "c.",    "ca",      "около", "ок",
                                                         "ок.", "about", "шамамен", "~"};

struct Word {
  std::string text;
  bool is_number = false;
};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Numbers with at most one decimal part ("2,5"), and words; blanks part them.
std::vector<Word> words_of(std::string_view folded) {
  std::vector<Word> words;
  std::size_t at = 0;
  while (at < folded.size()) {
    const std::size_t start = at;
    if (folded[at] == ' ' || folded[at] == '(' || folded[at] == ')') {
      ++at;
      continue;
    }
    const bool is_number = is_digit(folded[at]);
    while (at < folded.size() && folded[at] != ' ' && folded[at] != '(' && folded[at] != ')') {
      const bool is_decimal = is_number && (folded[at] == '.' || folded[at] == ',') &&
                              at + 1 < folded.size() && is_digit(folded[at + 1]);
      if (is_digit(folded[at]) != is_number && !is_decimal) break;
      ++at;
    }
    words.push_back({std::string(folded.substr(start, at - start)), is_number});
    if (words.back().text == "~" || words.back().text == ",") words.pop_back();
  }
  return words;
}

template <std::size_t size>
bool is_one_of(const std::string& word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<int> whole_part(const std::string& number) {
  int value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc{} ||
      (end != number.data() + number.size() && *end != '.' && *end != ',')) {
    return std::nullopt;
  }
  return value;
}

tl::unexpected<base::Problem> unreadable() {
  return tl::unexpected(
      base::Problem{message("this is not an age in years or months that can be read"),
                    message("write whole years in digits, such as 35, or leave the cell empty")});
}

}  // namespace

base::Result<std::optional<int>> read_age(std::string_view cell) {
  if (cell.size() > age_bytes_max) return unreadable();
  const std::string folded = text::fold(cell);
  if (says_nothing(folded) || folded == "na" || folded == "нет") return std::optional<int>{};
  std::optional<int> years;
  std::optional<int> number;
  bool is_part_of_year = false;
  for (const Word& word : words_of(folded)) {
    if (word.is_number) {
      if (number) return unreadable();
      number = whole_part(word.text);
      if (!number) return unreadable();
    } else if (is_one_of(word.text, year_words)) {
      if (number) years = number;
      number.reset();
    } else if (is_one_of(word.text, part_of_year_words)) {
      if (!number) return unreadable();
      is_part_of_year = true;
      if (!years && (word.text.starts_with("mo") || word.text.starts_with("мес") ||
                     word.text.starts_with("ай"))) {
        years = *number / 12;
      }
      number.reset();
    } else if (is_one_of(word.text, sex_words)) {
      if (number && !years) years = number;
      number.reset();
    } else if (!is_one_of(word.text, passed_over)) {
      return unreadable();
    }
  }
  if (number && years) return unreadable();
  if (number) years = number;
  if (!years && is_part_of_year) years = 0;
  if (!years) return unreadable();
  if (*years > age_years_max) {
    return tl::unexpected(base::Problem{
        message("nobody has lived so long"),
        message("compare the cell with its source; a year of birth belongs in its own column")});
  }
  return years;
}

}  // namespace sanaq::tables
