#include "sanaq/tables/lost_letters.h"

#include "sanaq/text/lost_word.h"

namespace sanaq::tables {
namespace {

using base::message;

// One of the cells in which `word_of` finds a word, and how many there are.
struct Found {
  std::size_t cells = 0;
  std::string word;
  std::int64_t row = 0;
};

using WordOf = std::string_view (*)(std::string_view cell);

void look_at(const record::Column& column, const std::vector<std::int64_t>& rows, WordOf word_of,
             Found& found) {
  std::vector<bool> has_word;
  for (std::size_t code = 1; code < column.values.size(); ++code) {
    if (word_of(column.values[code]).empty()) continue;
    has_word.resize(column.values.size(), false);
    has_word[code] = true;
  }
  if (has_word.empty()) return;
  for (std::size_t record = 0; record < column.codes.size(); ++record) {
    const std::uint32_t code = column.codes[record];
    if (!has_word[code]) continue;
    ++found.cells;
    if (!found.word.empty() && found.row <= rows[record]) continue;
    found.word = word_of(column.values[code]);
    found.row = rows[record];
  }
}

// Ids, dates and numbers have no words that could lose a letter.
bool has_words(const record::Column& column) {
  using record::Field;
  if (!column.field) return true;
  switch (*column.field) {
    case Field::name:
    case Field::given:
    case Field::family:
    case Field::patronymic:
    case Field::place:
    case Field::place_town:
    case Field::place_region:
    case Field::place_country:
    case Field::occupation:
    case Field::group:
      return true;
    default:
      return false;
  }
}

Found found_in(const std::vector<std::string>& header, std::int64_t header_row,
               const record::RecordTable& records, WordOf word_of) {
  Found found;
  for (const std::string& cell : header) {
    const std::string_view word = word_of(cell);
    if (word.empty() || found.cells++ > 0) continue;
    found.word = word;
    found.row = header_row;
  }
  for (const record::Column& column : records.columns) {
    if (has_words(column)) look_at(column, records.rows, word_of, found);
  }
  return found;
}

}  // namespace

void tell_lost_letters(const std::vector<std::string>& header, std::int64_t header_row,
                       const record::RecordTable& records, const std::string& encoding,
                       std::vector<base::Message>& warnings) {
  if (const Found found = found_in(header, header_row, records, text::word_with_lost_letters);
      found.cells > 0) {
    warnings.push_back(message(
        "letters are lost in {} cells, such as “{}” in row {}: a ? stands where the list was "
        "saved in an encoding that does not have the letter; open it in the program in "
        "which it is whole and save it as CSV UTF-8 or XLSX",
        found.cells, found.word, found.row));
  }
  if (const Found found = found_in(header, header_row, records, text::word_with_lost_bytes);
      found.cells > 0) {
    warnings.push_back(
        message("letters are lost in {} cells, such as “{}” in row {}: their bytes are none in {}, "
                "or they were lost before; open the list in the program in which it is whole and "
                "save it as CSV UTF-8 or XLSX, or write encoding = \"...\" below this [[list]]",
                found.cells, found.word, found.row, encoding));
  }
}

}  // namespace sanaq::tables
