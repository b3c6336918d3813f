#include "sanaq/tables/no_person_rows.h"

#include <algorithm>
#include <array>
#include <string>

#include "sanaq/text/fold.h"

namespace sanaq::tables {
namespace {

using base::message;

constexpr std::array<std::string_view, 17> total_words = {
    "итого",  "итог",     "всего", "общий", "барлығы", "барлыгы", "жиыны",   "жалпы",   "total",
    "totals", "subtotal", "sum",   "разом", "усього",  "toplam",  "المجموع", "الإجمالي"};
constexpr std::array<std::string_view, 37> counting_words = {
    "итого",     "итог",     "всего",   "по",     "списку",  "чел",    "чел.",    "человек",
    "человека",  "погибших", "погибло", "убитых", "умерших", "лиц",    "записей", "строк",
    "в",         "том",      "числе",   "и",      "на",      "адам",   "саны",    "қаза",
    "тапқандар", "persons",  "people",  "person", "dead",    "killed", "deaths",  "victims",
    "records",   "rows",     "number",  "of",     "grand"};

bool is_number(std::string_view text) {
  return text.find_first_of("0123456789") != text.npos &&
         text.find_first_not_of("0123456789.,-+%: ") == text.npos;
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Quick, since every row comes here: few begin with such a letter.
bool may_be_total(std::string_view cell) {
  constexpr std::array<std::string_view, 25> letters = {
      "И", "и", "В", "в", "О", "о", "Б", "б", "Ж", "ж", "Р",  "р", "У",
      "у", "T", "t", "S", "s", "G", "g", "ا", "В", "в", "\"", "("};
  return cell.size() <= 80 &&
         std::any_of(letters.begin(), letters.end(),
                     [&](std::string_view one) { return cell.starts_with(one); });
}

// "Всего 8 человек:", "Grand total", "ИТОГО".
bool is_total_text(std::string_view cell) {
  if (!may_be_total(cell)) return false;
  std::string spaced = text::fold(cell);
  std::replace_if(
      spaced.begin(), spaced.end(),
      [](char letter) {
        return std::string_view(":;,()\"=-").find(letter) != std::string_view::npos;
      },
      ' ');
  bool has_total = false;
  for (std::size_t at = 0; at < spaced.size();) {
    const std::size_t end = std::min(spaced.find(' ', at), spaced.size());
    const std::string_view word = std::string_view(spaced).substr(at, end - at);
    at = end + 1;
    if (word.empty() || is_number(word)) continue;
    const bool is_total = is_one_of(word, total_words);
    has_total = has_total || is_total;
    if (!is_total && !is_one_of(word, counting_words)) return false;
  }
  return has_total;
}

bool numbers_the_columns(const std::vector<std::string_view>& cells) {
  std::size_t filled = 0;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (cells[at].empty()) continue;
    ++filled;
    if (cells[at] != std::to_string(at + 1)) return false;
  }
  return filled >= 3;
}

}  // namespace

std::optional<base::Message> why_no_person(const std::vector<std::string_view>& cells,
                                           bool is_first) {
  const auto first =
      std::find_if(cells.begin(), cells.end(), [](std::string_view cell) { return !cell.empty(); });
  if (first == cells.end()) return std::nullopt;
  const auto is_empty = [](std::string_view cell) { return cell.empty(); };
  if (*first == "\x1A" && std::all_of(first + 1, cells.end(), is_empty))
    return message("it is the sign (Ctrl-Z) that ends a file, no record");
  if (is_first && numbers_the_columns(cells))
    return message("it numbers the columns and is no record");
  if (!is_total_text(*first)) return std::nullopt;
  const bool has_numbers_alone = std::all_of(first + 1, cells.end(), [](std::string_view cell) {
    return cell.empty() || is_number(cell) || is_total_text(cell);
  });
  if (!has_numbers_alone) return std::nullopt;
  return message("it is a total and no record");
}

}  // namespace sanaq::tables
