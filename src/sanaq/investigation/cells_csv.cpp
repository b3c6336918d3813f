#include "sanaq/investigation/cells_csv.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/investigation/csv_table.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::Kind;
using base::message;

constexpr std::size_t lists_max = 32;                  // bits of a cell
constexpr std::int64_t count_max = 1'000'000'000'000;  // more than ever lived; sums stay exact

std::size_t count_column(const CsvTable& table, const std::string& file) {
  const auto found = std::find(table.header.begin(), table.header.end(), "count");
  if (found == table.header.end())
    throw Error(Kind::bad_input, message("{}: there is no column count; name it so", file));
  return static_cast<std::size_t>(found - table.header.begin());
}

std::vector<std::string> list_names(const CsvTable& table, std::size_t count_at,
                                    const std::string& file) {
  std::vector<std::string> lists = table.header;
  lists.erase(lists.begin() + static_cast<std::ptrdiff_t>(count_at));
  if (lists.size() < 2)
    throw Error(Kind::bad_input,
                message("{}: two lists at least are needed, each a column with 0 and 1", file));
  if (lists.size() > lists_max)
    throw Error(Kind::bad_input,
                message("{}: {} lists are too many; at most {}", file, lists.size(), lists_max));
  if (std::set<std::string>(lists.begin(), lists.end()).size() < lists.size()) {
    throw Error(Kind::bad_input,
                message("{}: two columns have one name; give each list its own", file));
  }
  return lists;
}

std::int64_t read_count(const std::string& cell, const std::string& file, std::int64_t row) {
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), count);
  if (error != std::errc() || end != cell.data() + cell.size()) {
    throw Error(
        Kind::bad_input,
        message("{}, row {}, column count: {} is not a whole number; write how many persons", file,
                row, cell));
  }
  if (count < 0 || count > count_max) {
    throw Error(
        Kind::bad_input,
        message("{}, row {}, column count: {} cannot be a number of persons", file, row, cell));
  }
  return count;
}

void read_bit(estimate::Cell& pattern, std::size_t list, const std::string& cell,
              const std::string& file, std::int64_t row, const std::string& column) {
  const std::uint32_t bit = 1U << list;
  if (cell == "1") {
    pattern.listed |= bit;
  } else if (cell == "NA") {
    pattern.not_covered |= bit;
  } else if (cell != "0") {
    throw Error(Kind::bad_input,
                message("{}, row {}, column {}: {} cannot stand here; write 1 (on the list), 0 "
                        "(not on it) or NA (the list did not cover these)",
                        file, row, column, cell.empty() ? "\"\"" : cell));
  }
}

}  // namespace

estimate::CaptureTable read_cells(std::string_view bytes, const std::string& file) {
  const CsvTable table = read_csv_table(bytes, file);
  const std::size_t count_at = count_column(table, file);
  estimate::CaptureTable capture;
  capture.lists = list_names(table, count_at, file);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> sums;
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    estimate::Cell pattern;
    for (std::size_t column = 0, list = 0; column < table.header.size(); ++column) {
      if (column != count_at)
        read_bit(pattern, list++, table.rows[at][column], file, table.row_numbers[at],
                 table.header[column]);
    }
    const std::int64_t count = read_count(table.rows[at][count_at], file, table.row_numbers[at]);
    if (pattern.listed == 0) {
      throw Error(Kind::bad_input, message("{}, row {}: those on no list cannot be counted; that "
                                           "number is what is sought. Remove the row",
                                           file, table.row_numbers[at]));
    }
    if (count > 0) sums[{pattern.not_covered, pattern.listed}] += count;
  }
  for (const auto& [pattern, count] : sums)
    capture.cells.push_back({pattern.second, pattern.first, count});
  if (capture.cells.empty())
    throw Error(Kind::bad_input, message("{}: every count is 0; there is nobody to count", file));
  return capture;
}

}  // namespace sanaq::investigation
