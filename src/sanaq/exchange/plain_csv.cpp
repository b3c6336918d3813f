#include "sanaq/exchange/plain_csv.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/exchange/csv_table.h"
#include "sanaq/tables/csv_write.h"

namespace sanaq::exchange {
namespace {

std::string cell_text(const record::PlainColumn& column, std::size_t row) {
  if (const auto* coded = std::get_if<record::CodedTexts>(&column.values))
    return coded->texts[coded->codes[row]];
  if (const auto* whole = std::get_if<std::vector<std::int64_t>>(&column.values))
    return std::to_string((*whole)[row]);
  return fmt::format("{}", std::get<std::vector<double>>(column.values)[row]);
}

record::CodedTexts coded(const CsvTable& table, std::size_t column) {
  record::CodedTexts made;
  std::unordered_map<std::string, std::uint32_t> codes;
  for (const std::vector<std::string>& row : table.rows) {
    const auto next = static_cast<std::uint32_t>(made.texts.size());
    const auto [found, is_new] = codes.try_emplace(row[column], next);
    if (is_new) made.texts.push_back(row[column]);
    made.codes.push_back(found->second);
  }
  return made;
}

template <typename Number>
std::vector<Number> numbers(const CsvTable& table, std::size_t column, const std::string& file) {
  std::vector<Number> made;
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    const std::string& cell = table.rows[at][column];
    Number number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc() || end != cell.data() + cell.size())
      throw base::Error(base::Kind::bad_input,
                        base::message("{}, row {}, column {}: {} is no number as sanaq link writes "
                                      "it",
                                      file, table.row_numbers[at], table.header[column], cell));
    made.push_back(number);
  }
  return made;
}

}  // namespace

std::string plain_csv(const record::PlainTable& table) {
  std::string csv;
  std::vector<std::string> cells;
  for (const record::PlainColumn& column : table.columns) cells.push_back(column.name);
  const auto append = [&] {
    tables::append_csv_row(csv, {cells.begin(), cells.end()}, tables::CsvFor::program);
  };
  append();
  for (std::size_t row = 0; row < table.rows; ++row) {
    for (std::size_t at = 0; at < cells.size(); ++at) cells[at] = cell_text(table.columns[at], row);
    append();
  }
  return csv;
}

record::PlainTable register_table_from_csv(std::string_view bytes, const std::string& file) {
  const CsvTable table = read_csv_table(bytes, file);
  record::PlainTable made;
  made.rows = table.rows.size();
  for (std::size_t at = 0; at < table.header.size(); ++at) {
    const std::string& name = table.header[at];
    if (made.find(name) != nullptr)
      throw base::Error(base::Kind::bad_input,
                        base::message("{}: two columns are called {}; rename one", file, name));
    if (name == "probability" || name == "weight_bits")
      made.columns.push_back({name, numbers<double>(table, at, file)});
    else if (name == "draw")
      made.columns.push_back({name, numbers<std::int64_t>(table, at, file)});
    else
      made.columns.push_back({name, coded(table, at)});
  }
  return made;
}

}  // namespace sanaq::exchange
