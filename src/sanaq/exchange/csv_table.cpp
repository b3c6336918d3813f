#include "sanaq/exchange/csv_table.h"

#include <algorithm>
#include <functional>

#include "sanaq/base/error.h"
#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/csv.h"
#include "sanaq/tables/opened_list.h"
#include "sanaq/text/encoding.h"

namespace sanaq::exchange {
namespace {

using base::Error;
using base::Kind;
using base::message;

std::string trimmed(std::string_view cell) {
  const std::size_t first = cell.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return "";
  return std::string(cell.substr(first, cell.find_last_not_of(" \t\r\n") - first + 1));
}

// Takes one row; its number is as a spreadsheet shows it.
void append_row(const std::vector<std::string_view>& cells, std::int64_t number,
                const std::string& file, CsvTable& table) {
  std::vector<std::string> row;
  for (const std::string_view cell : cells) row.push_back(trimmed(cell));
  const bool is_blank =
      std::all_of(row.begin(), row.end(), [](const std::string& cell) { return cell.empty(); });
  if (is_blank) return;
  if (table.header.empty()) {
    table.header = std::move(row);
    return;
  }
  while (row.size() > table.header.size() && row.back().empty()) row.pop_back();
  if (row.size() > table.header.size()) {
    throw Error(Kind::bad_input, message("{}, row {}: there are more cells than headers; quote a "
                                         "cell that holds the delimiter",
                                         file, number));
  }
  row.resize(table.header.size());
  table.rows.push_back(std::move(row));
  table.row_numbers.push_back(number);
}

CsvTable checked(CsvTable table, const std::string& file) {
  if (table.header.empty()) throw Error(Kind::bad_input, message("{}: the file is empty", file));
  if (table.rows.empty())
    throw Error(Kind::bad_input, message("{}: there is a header, but no row below it", file));
  return table;
}

// Every row of a list's file, one after another.
void for_each_row(std::string_view bytes, const std::string& file,
                  const std::function<void(const std::vector<std::string_view>& cells,
                                           std::int64_t number)>& take) {
  tables::ListSource source;
  source.name = source.path = file;
  const auto opened = tables::open_list(source, bytes);
  std::vector<std::string_view> cells;
  while (opened->rows->next(cells)) {
    take(cells, opened->rows->row());
    opened->rows->release();
  }
}

}  // namespace

CsvTable read_csv_table(std::string_view bytes, const std::string& file) {
  if (bytes.find('\0') != std::string_view::npos && !bytes.starts_with("\xFF\xFE") &&
      !bytes.starts_with("\xFE\xFF")) {
    throw Error(Kind::bad_input, message("{}: this is not a CSV file; save it as CSV", file));
  }
  const std::string text = text::to_utf8(bytes, text::detect_encoding(bytes));
  tables::CsvReader reader(text, tables::sniff_delimiter(text), file);
  CsvTable table;
  std::vector<std::string_view> cells;
  while (reader.next(cells)) append_row(cells, reader.row(), file, table);
  return checked(std::move(table), file);
}

WholeTable read_whole_table(std::string_view bytes, const std::string& file) {
  WholeTable table;
  for_each_row(bytes, file, [&](const auto& cells, std::int64_t number) {
    std::vector<std::string> row;
    for (const std::string_view cell : cells) row.emplace_back(tables::trimmed(cell));
    while (!row.empty() && row.back().empty()) row.pop_back();
    if (row.empty()) return;
    table.rows.push_back(std::move(row));
    table.row_numbers.push_back(number);
  });
  return table;
}

CsvTable read_table(std::string_view bytes, const std::string& file) {
  CsvTable table;
  for_each_row(bytes, file, [&](const auto& cells, std::int64_t number) {
    append_row(cells, number, file, table);
  });
  return checked(std::move(table), file);
}

}  // namespace sanaq::exchange
