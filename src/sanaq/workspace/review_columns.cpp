#include "sanaq/workspace/review_columns.h"

#include <algorithm>
#include <optional>

#include "sanaq/exchange/row_words.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/record/age_span.h"
#include "sanaq/record/partial_date.h"
#include "sanaq/text/fold.h"
#include "sanaq/workspace/field_words.h"

namespace sanaq::workspace {
namespace {

using record::Column;
using record::Field;
using Shown = std::vector<std::uint32_t>;

bool is_of_the_name(Field field) {
  return field == Field::name || field == Field::given || field == Field::family ||
         field == Field::patronymic;
}

std::string written(const Column& column, std::uint32_t record) {
  return std::string(exchange::value_shown(column, column.codes[record]));
}
std::string canonical(const Column& column, std::uint32_t record) {
  const std::string& read = column.canonical[column.codes[record]];
  return read.empty() ? written(column, record) : read;
}

// The whole name has what its parts say, unless a record has both.
bool is_no_row(const record::RecordTable& records, const Column& column, const Shown& shown) {
  if (column.field == Field::id || column.field == Field::name) return true;
  if (!column.field || !is_of_the_name(*column.field)) return false;
  const Column* whole = records.find(Field::name);
  return whole == nullptr || std::none_of(shown.begin(), shown.end(), [&](std::uint32_t record) {
           return !written(*whole, record).empty() && !written(column, record).empty();
         });
}

// Two that overlap are close: neither contradicts the other.
template <typename Span, typename First, typename Last>
Likeness of_spans(const std::optional<Span>& left, const std::optional<Span>& right, First first,
                  Last last) {
  if (!left || !right) return Likeness::differs;
  if (*left == *right) return Likeness::same;
  return first(*left) <= last(*right) && first(*right) <= last(*left) ? Likeness::near
                                                                      : Likeness::differs;
}

Likeness likeness_of_cells(const Column& column, std::uint32_t left, std::uint32_t right) {
  if (written(column, left).empty() || written(column, right).empty()) return Likeness::one_sided;
  const std::string one = canonical(column, left), other = canonical(column, right);
  if (text::fold(one) == text::fold(other)) return Likeness::same;
  const auto field = column.field;
  if (field == Field::date || field == Field::birth || field == Field::death)
    return of_spans(
        record::from_edtf(one), record::from_edtf(other),
        [](const record::PartialDate& date) { return date.first_day; },
        [](const record::PartialDate& date) { return date.last_day; });
  if (field == Field::age)
    return of_spans(
        record::age_from_text(one), record::age_from_text(other),
        [](const record::AgeSpan& age) { return age.from; },
        [](const record::AgeSpan& age) { return age.to; });
  const std::string latin = in_latin(one), other_latin = in_latin(other);
  const std::string& left_letters = latin.empty() ? one : latin;
  const std::string& right_letters = other_latin.empty() ? other : other_latin;
  return text::fold(left_letters) == text::fold(right_letters) ? Likeness::near : Likeness::differs;
}

// Days and signs are read in any script; names of places and trades are not.
bool is_words(const Column& column) {
  if (!column.field) return true;
  switch (*column.field) {
    case Field::place:
    case Field::place_town:
    case Field::place_region:
    case Field::place_country:
    case Field::occupation:
    case Field::group:
      return true;
    default:
      return is_of_the_name(*column.field);
  }
}

std::string read_in_words(const Column& column, std::uint32_t record, const draw::Voice& voice) {
  const std::string& read = column.canonical[column.codes[record]];
  if (read.empty() || !column.field) return "";
  const Field field = *column.field;
  std::string words = read;
  if (field == Field::date || field == Field::birth || field == Field::death)
    words = pages::words_of_edtf(read, voice);
  else if (field == Field::sex)
    words = value_words(voice, field, read);
  else if (field != Field::age)
    return "";
  return words == written(column, record) ? "" : words;
}

Likeness worst_of(const Column& column, const Shown& shown) {
  Likeness worst = Likeness::same;
  for (std::size_t one = 0; one < shown.size(); ++one) {
    for (std::size_t other = one + 1; other < shown.size(); ++other) {
      const Likeness found = likeness_of_cells(column, shown[one], shown[other]);
      // What differs says more than what is missing.
      if (found == Likeness::differs || worst == Likeness::differs)
        worst = Likeness::differs;
      else
        worst = std::max(worst, found);
    }
  }
  return worst;
}

}  // namespace

ComparedRow whole_names(const record::RecordTable& records, const Shown& shown,
                        const draw::Voice& voice) {
  ComparedRow row{field_title(voice, Field::name), Likeness::same, {}};
  for (const std::uint32_t record : shown) {
    const std::string name = exchange::name_as_written(records, record);
    row.cells.push_back({name, in_latin(name), ""});
  }
  for (const ComparedCell& cell : row.cells) {
    if (cell.text.empty() != row.cells[0].text.empty())
      row.likeness = Likeness::one_sided;
    else if (text::fold(cell.text) != text::fold(row.cells[0].text))
      row.likeness = std::max(row.likeness, Likeness::near);
  }
  return row;
}

std::vector<ComparedRow> compared_columns(const record::RecordTable& records, const Shown& shown,
                                          const draw::Voice& voice) {
  std::vector<ComparedRow> rows;
  for (const Column& column : records.columns) {
    if (is_no_row(records, column, shown)) continue;
    ComparedRow row;
    row.title = column.field ? field_title(voice, *column.field) : column.header;
    bool says_any = false;
    for (const std::uint32_t record : shown) {
      const std::string& cell = written(column, record);
      says_any = says_any || !cell.empty();
      row.cells.push_back(
          {cell, is_words(column) ? in_latin(cell) : "", read_in_words(column, record, voice)});
    }
    if (!says_any) continue;
    row.likeness = worst_of(column, shown);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace sanaq::workspace
