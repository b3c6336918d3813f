#include "sanaq/tables/sheet_reports.h"

#include <algorithm>
#include <optional>
#include <string>

#include "sanaq/tables/ingested_list.h"

namespace sanaq::tables {
namespace {

using base::message;
using record::Column;

// "5, 8, 13 and 4 more".
std::string some_of(const std::vector<std::int64_t>& rows) {
  constexpr std::size_t shown = 10;
  std::string text;
  for (std::size_t at = 0; at < std::min(rows.size(), shown); ++at)
    text += (text.empty() ? "" : ", ") + std::to_string(rows[at]);
  return rows.size() > shown ? text + ", …" : text;
}

// As skip_rows takes them: 4, "7-9".
std::string as_runs(const std::vector<std::int64_t>& rows) {
  std::string text;
  for (std::size_t at = 0; at < rows.size();) {
    std::size_t end = at;
    while (end + 1 < rows.size() && rows[end + 1] == rows[end] + 1) ++end;
    if (!text.empty()) text += ", ";
    text += end == at ? std::to_string(rows[at])
                      : "\"" + std::to_string(rows[at]) + "-" + std::to_string(rows[end]) + "\"";
    at = end + 1;
  }
  return text;
}

// Of those rows, the ones that became records.
std::vector<std::int64_t> records_among(const std::vector<std::int64_t>& rows,
                                        const record::RecordTable& table) {
  std::vector<std::int64_t> among;
  std::set_intersection(rows.begin(), rows.end(), table.rows.begin(), table.rows.end(),
                        std::back_inserter(among));
  return among;
}

Column* column_at(std::size_t place, const std::vector<PlannedColumn>& planned,
                  record::RecordTable& table) {
  if (place == 0 || place > planned.size()) return nullptr;
  const auto found =
      std::find_if(table.columns.begin(), table.columns.end(),
                   [&](const Column& one) { return one.header == planned[place - 1].header; });
  return found == table.columns.end() ? nullptr : &*found;
}

std::string header_at(std::size_t place, const std::vector<PlannedColumn>& planned) {
  return place == 0 || place > planned.size() ? "#" + std::to_string(place)
                                              : planned[place - 1].header;
}

void report_formulas(const SheetNotes& notes, const std::vector<PlannedColumn>& planned,
                     IngestedList& list) {
  if (notes.without_result.empty()) return;
  for (const CellPlace& place : notes.without_result) {
    if (place.row <= list.header_row) continue;
    std::optional<record::Field> field;
    if (place.column > 0 && place.column <= planned.size()) field = planned[place.column - 1].field;
    list.bad_cells.push_back(
        {"", place.row, header_at(place.column, planned), field, "",
         message("a formula stands here whose result was never saved, so the cell is empty"),
         message("open the file in Excel or LibreOffice and save it again")});
  }
  list.warnings.push_back(
      message("{} cells hold formulas without a stored result and are read as empty; open the file "
              "in Excel or LibreOffice and save it again",
              notes.without_result.size()));
}

void warn_of_times(const SheetNotes& notes, const std::vector<PlannedColumn>& planned,
                   IngestedList& list) {
  constexpr std::int64_t days_min = 2;
  for (const auto& [column, times] : notes.times) {
    if (times.days < days_min || times.in_last_minute * 2 <= times.days) continue;
    list.warnings.push_back(message(
        "most dates under {} have a time of 23:59, as programs write that are a little "
        "short of midnight: each of them may be a day early; compare some with their source",
        header_at(column, planned)));
  }
}

}  // namespace

void spread_merged_cells(const SheetNotes& notes, const std::vector<PlannedColumn>& planned,
                         IngestedList& list) {
  record::RecordTable& table = list.records;
  std::int64_t filled = 0, covered = 0;
  const auto cells = static_cast<std::int64_t>(table.rows.size() * table.columns.size());
  for (const MergedRange& range : notes.merged) {
    Column* const column = column_at(range.first.column, planned, table);
    if (column == nullptr || !column->field) continue;
    const auto first = std::lower_bound(table.rows.begin(), table.rows.end(), range.first.row);
    const auto last = std::upper_bound(first, table.rows.end(), range.last.row);
    covered += last - first;
    if (covered > cells) break;  // ranges lie over one another, as no program writes them
    if (first == last || *first != range.first.row) continue;
    const auto at = static_cast<std::size_t>(first - table.rows.begin());
    for (std::size_t row = at + 1; row < at + static_cast<std::size_t>(last - first); ++row) {
      if (column->codes[row] != 0) continue;
      column->codes[row] = column->codes[at];
      ++filled;
    }
  }
  if (filled > 0)
    list.warnings.push_back(message(
        "{} cells stand under a merged one and are read with its value, each row for itself",
        filled));
}

void report_notes(const SheetNotes& notes, const std::vector<PlannedColumn>& planned,
                  IngestedList& list) {
  if (const auto hidden = records_among(notes.hidden_rows, list.records); !hidden.empty())
    list.warnings.push_back(message(
        "{} rows are hidden in the sheet and were read: {}; if somebody took them out, write "
        "under this list:  skip_rows = [{}]",
        hidden.size(), some_of(hidden), as_runs(hidden)));
  if (const auto struck = records_among(notes.struck_rows, list.records); !struck.empty())
    list.warnings.push_back(message(
        "{} rows are struck through in the sheet and were read: {}; if somebody took them out, "
        "write under this list:  skip_rows = [{}]",
        struck.size(), some_of(struck), as_runs(struck)));
  report_formulas(notes, planned, list);
  warn_of_times(notes, planned, list);
}

}  // namespace sanaq::tables
