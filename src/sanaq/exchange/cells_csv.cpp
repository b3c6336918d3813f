#include "sanaq/exchange/cells_csv.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/exchange/csv_table.h"

namespace sanaq::exchange {
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

// Which columns are lists: all but the count and the strata.
struct Layout {
  std::size_t count_at = 0;
  std::vector<std::size_t> strata;
  std::vector<std::size_t> lists;
  std::vector<std::string> names;
};

Layout layout_of(const CsvTable& table, const std::vector<std::string>& strata,
                 const std::string& file) {
  Layout layout;
  layout.count_at = count_column(table, file);
  for (const std::string& name : strata) {
    const auto found = std::find(table.header.begin(), table.header.end(), name);
    if (found == table.header.end() || name == "count")
      throw Error(Kind::usage, message("{} has no column {} to part by", file, name));
    layout.strata.push_back(static_cast<std::size_t>(found - table.header.begin()));
  }
  for (std::size_t at = 0; at < table.header.size(); ++at) {
    if (at == layout.count_at ||
        std::find(layout.strata.begin(), layout.strata.end(), at) != layout.strata.end())
      continue;
    layout.lists.push_back(at);
    layout.names.push_back(table.header[at]);
  }
  const auto& lists = layout.names;
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
  return layout;
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

std::string stratum_of(const std::vector<std::string>& row, const Layout& layout) {
  std::string name;
  for (const std::size_t column : layout.strata)
    name += (name.empty() ? "" : ", ") + (row[column].empty() ? std::string("?") : row[column]);
  return name;
}

}  // namespace

estimate::CaptureTable read_cells(std::string_view bytes, const std::string& file) {
  return read_cells_by_stratum(bytes, file, {}).front().table;
}

std::vector<estimate::Stratum> read_cells_by_stratum(std::string_view bytes,
                                                     const std::string& file,
                                                     const std::vector<std::string>& strata) {
  const CsvTable table = read_csv_table(bytes, file);
  const Layout layout = layout_of(table, strata, file);
  std::vector<std::string> order;
  std::map<std::string, std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t>> sums;
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    estimate::Cell pattern;
    for (std::size_t list = 0; list < layout.lists.size(); ++list) {
      const std::size_t column = layout.lists[list];
      read_bit(pattern, list, table.rows[at][column], file, table.row_numbers[at],
               table.header[column]);
    }
    const std::int64_t count =
        read_count(table.rows[at][layout.count_at], file, table.row_numbers[at]);
    if (pattern.listed == 0) {
      throw Error(Kind::bad_input, message("{}, row {}: those on no list cannot be counted; that "
                                           "number is what is sought. Remove the row",
                                           file, table.row_numbers[at]));
    }
    if (count == 0) continue;
    const std::string stratum = stratum_of(table.rows[at], layout);
    if (!sums.contains(stratum)) order.push_back(stratum);
    sums[stratum][{pattern.not_covered, pattern.listed}] += count;
  }
  std::vector<estimate::Stratum> parts;
  for (const std::string& stratum : order) {
    parts.push_back({stratum, {layout.names, {}}, {}});
    for (const auto& [pattern, count] : sums[stratum])
      parts.back().table.cells.push_back({pattern.second, pattern.first, count});
  }
  if (parts.empty())
    throw Error(Kind::bad_input, message("{}: every count is 0; there is nobody to count", file));
  return parts;
}

}  // namespace sanaq::exchange
