#include "sanaq/tables/csv_write.h"

namespace sanaq::tables {
namespace {

// A spreadsheet runs what begins so as a formula (OWASP, CSV injection); blanks before it do not
// always hinder it, and some take the wide forms of the signs for the signs.
bool may_be_formula(std::string_view cell) {
  const std::size_t start = cell.find_first_not_of(" \n");
  if (start == cell.npos) return false;
  cell.remove_prefix(start);
  for (const std::string_view sign : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"}) {
    if (cell.starts_with(sign)) return true;
  }
  return false;
}

}  // namespace

std::string neutralised(std::string_view cell) {
  return (may_be_formula(cell) ? "'" : "") + std::string(cell);
}

void append_csv_row(std::string& out, const std::vector<std::string_view>& cells, CsvFor reader) {
  if (reader == CsvFor::person && out.empty()) out += "\xEF\xBB\xBF";
  append_further_csv_row(out, cells, reader);
}

void append_further_csv_row(std::string& out, const std::vector<std::string_view>& cells,
                            CsvFor reader) {
  const bool is_person = reader == CsvFor::person;
  const char delimiter = is_person ? ';' : ',';
  std::string changed;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (at > 0) out += delimiter;
    std::string_view cell = cells[at];
    if (is_person && may_be_formula(cell)) cell = changed = neutralised(cell);
    const bool needs_quotes = cell.find_first_of("\",;\r\n\t|") != std::string::npos ||
                              cell.starts_with(' ') || cell.ends_with(' ') ||
                              (cells.size() == 1 && cell.empty());
    if (!needs_quotes) {
      out += cell;
      continue;
    }
    out += '"';
    for (const char letter : cell) {
      if (letter == '"') out += '"';
      out += letter;
    }
    out += '"';
  }
  out += is_person ? "\r\n" : "\n";
}

std::string sheet_csv(const Sheet& sheet, CsvFor reader) {
  std::string out;
  std::vector<std::string_view> cells;
  for (const SheetColumn& column : sheet.columns) cells.push_back(column.header);
  append_csv_row(out, cells, reader);
  for (const std::vector<std::string>& row : sheet.rows)
    append_csv_row(out, {row.begin(), row.end()}, reader);
  return out;
}

}  // namespace sanaq::tables
