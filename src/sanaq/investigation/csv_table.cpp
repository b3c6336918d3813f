#include "sanaq/investigation/csv_table.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/tables/csv.h"
#include "sanaq/text/encoding.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::Kind;
using base::message;

std::string trimmed(std::string_view cell) {
  const std::size_t first = cell.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return "";
  return std::string(cell.substr(first, cell.find_last_not_of(" \t\r\n") - first + 1));
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
  while (reader.next(cells)) {
    std::vector<std::string> row;
    for (const std::string_view cell : cells) row.push_back(trimmed(cell));
    const bool is_blank =
        std::all_of(row.begin(), row.end(), [](const std::string& cell) { return cell.empty(); });
    if (is_blank) continue;
    if (table.header.empty()) {
      table.header = std::move(row);
      continue;
    }
    while (row.size() > table.header.size() && row.back().empty()) row.pop_back();
    if (row.size() > table.header.size()) {
      throw Error(Kind::bad_input, message("{}, row {}: there are more cells than headers; quote a "
                                           "cell that holds the delimiter",
                                           file, reader.row()));
    }
    row.resize(table.header.size());
    table.rows.push_back(std::move(row));
    table.row_numbers.push_back(reader.row());
  }
  if (table.header.empty()) throw Error(Kind::bad_input, message("{}: the file is empty", file));
  if (table.rows.empty())
    throw Error(Kind::bad_input, message("{}: there is a header, but no row below it", file));
  return table;
}

}  // namespace sanaq::investigation
