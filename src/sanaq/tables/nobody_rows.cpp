#include "sanaq/tables/nobody_rows.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>

#include "sanaq/tables/age_cell.h"
#include "sanaq/text/fold.h"

namespace sanaq::tables {
namespace {

using record::Column;
using record::Field;

Column* find(std::vector<Column>& columns, Field field) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& column) { return column.field == field; });
  return found == columns.end() ? nullptr : &*found;
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Folded words, with no dot behind them; "~30" keeps its sign.
std::vector<std::string> words_of(std::string_view cell) {
  std::vector<std::string> words(1);
  for (const char letter : text::fold(cell)) {
    if (std::string_view(" \t\r\n,;:()[]\"#/").find(letter) == std::string_view::npos) {
      words.back() += letter;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  for (std::string& word : words) {
    while (word.ends_with('.')) word.pop_back();
  }
  std::erase(words, "");
  return words;
}

constexpr std::array<std::string_view, 23> of_men = {
    "male",  "man",   "boy",    "мужчина", "мужчины", "муж",      "м",      "мужского",
    "юноша", "юноши", "парень", "мужской", "мальчик", "мальчика", "hombre", "niño",
    "homme", "ер",    "еркек",  "чоловік", "erkek",   "رجل",      "ذكر"};
constexpr std::array<std::string_view, 23> of_women = {
    "female",  "woman",   "girl",      "женщина", "женщины", "жен",   "ж",    "женского",
    "девочка", "девочки", "девушка",   "девушки", "женский", "mujer", "niña", "femme",
    "әйел",    "қыз",     "бойжеткен", "жінка",   "kadın",   "امرأة", "أنثى"};

// "m" or "f"; none where no word says it, or two say different things.
std::string sex_in(const std::vector<std::string>& words) {
  const auto says = [&](const auto& known) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return is_one_of(word, known); });
  };
  const bool man = says(of_men), woman = says(of_women);
  return man == woman ? "" : man ? "m" : "f";
}

// A number is an age beside one of these, or with "~" before it; alone it may be a body's.
constexpr std::array<std::string_view, 9> after_an_age = {"лет",  "года", "год",   "years", "yrs",
                                                          "year", "жас",  "жаста", "жасар"};
constexpr std::array<std::string_view, 9> before_an_age = {
    "about", "aged", "age", "approx", "около", "примерно", "прибл", "возраст", "шамамен"};

std::string age_in(const std::vector<std::string>& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at].find_first_of("0123456789") == std::string::npos) continue;
    const std::string number = words[at].substr(words[at].find_first_not_of('~'));
    const bool is_age = number.size() < words[at].size() ||
                        (at + 1 < words.size() && is_one_of(words[at + 1], after_an_age)) ||
                        (at > 0 && is_one_of(words[at - 1], before_an_age));
    if (is_age && read_age(number)) return number;
  }
  return "";
}

std::uint32_t code_of(const std::string& value, Column& column) {
  const auto found = std::find(column.values.begin(), column.values.end(), value);
  if (found == column.values.end()) {
    column.values.push_back(value);
    return static_cast<std::uint32_t>(column.values.size() - 1);
  }
  return static_cast<std::uint32_t>(found - column.values.begin());
}

using WordReader = std::string (*)(const std::vector<std::string>&);

void fill_from_names(const Column& names, const text::NobodyWords& nobody, WordReader read,
                     Column& column) {
  std::vector<std::optional<std::uint32_t>> code_for(names.values.size());
  for (std::size_t record = 0; record < names.codes.size(); ++record) {
    const std::uint32_t name = names.codes[record];
    if (name == 0 || column.codes[record] != 0) continue;
    if (!code_for[name]) {
      const std::string& cell = names.values[name];
      const std::string said = nobody.names_nobody(cell) ? read(words_of(cell)) : "";
      code_for[name] = said.empty() ? 0 : code_of(said, column);
    }
    column.codes[record] = *code_for[name];
  }
}

// The parts of one row together; a cell that was read as nothing is a word that says so.
std::string joined(const std::vector<Column*>& parts, std::size_t record) {
  std::string name;
  for (const Column* part : parts) {
    const std::uint32_t code = part->codes[record];
    if (code == 0) continue;
    if (!name.empty()) name += ' ';
    name += part->canonical[code].empty() ? "unknown" : part->canonical[code];
  }
  return name;
}

// The same text once more, read as nothing.
std::uint32_t emptied(std::uint32_t code, std::unordered_map<std::uint32_t, std::uint32_t>& twins,
                      Column& column) {
  if (column.canonical[code].empty()) return code;
  const auto [found, is_new] =
      twins.emplace(code, static_cast<std::uint32_t>(column.values.size()));
  if (is_new) {
    column.values.push_back(std::string(column.values[code]));
    column.canonical.emplace_back();
  }
  return found->second;
}

bool has_small_letter(std::string_view text) {
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 letter = 0;
    U8_NEXT(text.data(), at, length, letter);
    if (letter >= 0 && u_islower(letter) != 0) return true;
  }
  return false;
}

bool is_name_part(const std::optional<Field>& field) {
  return field == Field::given || field == Field::family || field == Field::patronymic;
}

}  // namespace

void move_words_of_nobody(std::vector<Column>& columns, const text::NobodyWords& nobody) {
  const Column* names = find(columns, Field::name);
  if (names == nullptr) return;
  if (Column* sexes = find(columns, Field::sex)) fill_from_names(*names, nobody, sex_in, *sexes);
  if (Column* ages = find(columns, Field::age)) fill_from_names(*names, nobody, age_in, *ages);
}

void empty_parts_of_nobody(std::vector<Column>& columns, const text::NobodyWords& nobody) {
  const Column* whole = find(columns, Field::name);
  std::vector<Column*> parts;
  for (const Field field : {Field::family, Field::given, Field::patronymic}) {
    if (Column* part = find(columns, field)) parts.push_back(part);
  }
  std::vector<std::unordered_map<std::uint32_t, std::uint32_t>> twins(parts.size());
  const std::size_t records = parts.empty() ? 0 : parts[0]->codes.size();
  for (std::size_t record = 0; record < records; ++record) {
    if (whole != nullptr && !whole->canonical[whole->codes[record]].empty()) continue;
    if (!nobody.names_nobody(joined(parts, record))) continue;
    for (std::size_t at = 0; at < parts.size(); ++at)
      parts[at]->codes[record] = emptied(parts[at]->codes[record], twins[at], *parts[at]);
  }
}

void warn_of_capital_words(const std::vector<Column>& columns,
                           std::vector<base::Message>& warnings) {
  for (const Column& column : columns) {
    if (column.field != Field::name && !is_name_part(column.field)) continue;
    std::vector<bool> is_word(column.values.size());
    bool has_word = false, has_name = false, has_small = false;
    for (std::size_t code = 1; code < column.values.size() && !has_small; ++code) {
      const std::string& value = column.values[code];
      is_word[code] = value == "NA" || value == "NULL";
      has_word = has_word || is_word[code];
      has_name = has_name || !column.canonical[code].empty();
      has_small = !is_word[code] && !column.canonical[code].empty() && has_small_letter(value);
    }
    if (!has_word || !has_name || has_small) continue;
    const auto rows = std::count_if(column.codes.begin(), column.codes.end(),
                                    [&](std::uint32_t code) { return is_word[code]; });
    warnings.push_back(
        base::message("{}: all names are in capitals, so that NA or NULL may be a family or a "
                      "program's word for nothing; rows in which it is read as nothing: {}; where "
                      "it is a name write it with small letters (Na)",
                      column.header, rows));
  }
}

}  // namespace sanaq::tables
