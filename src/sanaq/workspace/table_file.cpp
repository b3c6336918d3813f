#include "sanaq/workspace/table_file.h"

#include <algorithm>

#include "sanaq/tables/csv_write.h"
#include "sanaq/tables/xlsx_write.h"

namespace sanaq::workspace {
namespace {

constexpr int widest_column = 40;

std::string table_as_csv(const TableFile& table) {
  std::string out;
  const auto add = [&](const std::vector<std::string>& cells) {
    tables::append_csv_row(out, {cells.begin(), cells.end()}, tables::CsvFor::person);
  };
  add(table.headers);
  for (const std::vector<std::string>& row : table.rows) add(row);
  return out;
}

std::string table_as_xlsx(const TableFile& table) {
  tables::Sheet sheet{table.title, {}, table.rows, 1};
  for (std::size_t at = 0; at < table.headers.size(); ++at) {
    std::size_t letters = table.headers[at].size();
    for (const std::vector<std::string>& row : table.rows)
      letters = std::max(letters, row[at].size());
    const int width = static_cast<int>(std::min<std::size_t>(letters + 2, widest_column));
    sheet.columns.push_back({table.headers[at], width});
  }
  return tables::write_xlsx(sheet);
}

}  // namespace

http::Response download_table(const Visit& visit, const TableFile& table) {
  if (visit.query.value("form") == "csv")
    return http::download(table_as_csv(table), "text/csv; charset=utf-8", table.name + ".csv");
  return http::download(table_as_xlsx(table),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        table.name + ".xlsx");
}

}  // namespace sanaq::workspace
