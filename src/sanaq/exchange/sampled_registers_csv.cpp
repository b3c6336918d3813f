#include "sanaq/exchange/sampled_registers_csv.h"

#include <algorithm>
#include <array>
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

constexpr std::size_t lists_max = 32;
constexpr std::array<const char*, 4> columns{"draw", "list", "record", "person"};

struct Draw {
  std::set<std::pair<std::size_t, std::string>> records;
  std::map<std::string, std::uint32_t> persons;  // lists of each
};

std::array<std::size_t, 4> places_of(const CsvTable& table, const std::string& file) {
  std::array<std::size_t, 4> places{};
  for (std::size_t at = 0; at < columns.size(); ++at) {
    const auto found = std::find(table.header.begin(), table.header.end(), columns[at]);
    if (found == table.header.end()) {
      throw Error(
          Kind::bad_input,
          message("{}: there is no column {}; sampled registers have draw, list, record and "
                  "person, as sanaq link --draws-out writes them",
                  file, columns[at]));
    }
    places[at] = static_cast<std::size_t>(found - table.header.begin());
  }
  return places;
}

std::int64_t draw_number(const std::string& cell, const std::string& file, std::int64_t row) {
  std::int64_t draw = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), draw);
  if (error != std::errc() || end != cell.data() + cell.size())
    throw Error(Kind::bad_input,
                message("{}, row {}, column draw: {} is not a whole number", file, row, cell));
  return draw;
}

std::size_t list_place(const std::string& name, std::vector<std::string>& lists, bool is_fixed,
                       const std::string& file, std::int64_t row) {
  const auto found = std::find(lists.begin(), lists.end(), name);
  if (found != lists.end()) return static_cast<std::size_t>(found - lists.begin());
  if (is_fixed)
    throw Error(Kind::bad_input,
                message("{}, row {}: the list {} is none of the capture table", file, row, name));
  if (lists.size() == lists_max)
    throw Error(Kind::bad_input, message("{}: more than {} lists", file, lists_max));
  lists.push_back(name);
  return lists.size() - 1;
}

void refuse_unlike_draws(const std::map<std::int64_t, Draw>& draws, const std::string& file) {
  for (const auto& [number, draw] : draws) {
    if (draw.records == draws.begin()->second.records) continue;
    throw Error(Kind::bad_input, message("{}: draw {} does not have the records of draw {}; each "
                                         "draw is a whole register",
                                         file, number, draws.begin()->first));
  }
}

}  // namespace

std::vector<estimate::CaptureTable> read_sampled_registers(std::string_view bytes,
                                                           const std::string& file,
                                                           const std::vector<std::string>& lists) {
  const CsvTable table = read_csv_table(bytes, file);
  const auto places = places_of(table, file);
  std::vector<std::string> names = lists;
  std::map<std::int64_t, Draw> draws;
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    const std::vector<std::string>& row = table.rows[at];
    const std::int64_t number = table.row_numbers[at];
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (row[places[column]].empty())
        throw Error(Kind::bad_input, message("{}, row {}, column {}: the cell is empty", file,
                                             number, columns[column]));
    }
    Draw& draw = draws[draw_number(row[places[0]], file, number)];
    const std::size_t list = list_place(row[places[1]], names, !lists.empty(), file, number);
    if (!draw.records.emplace(list, row[places[2]]).second) {
      throw Error(Kind::bad_input, message("{}, row {}: record {} of {} stands twice in its draw",
                                           file, number, row[places[2]], row[places[1]]));
    }
    draw.persons[row[places[3]]] |= 1U << list;
  }
  refuse_unlike_draws(draws, file);
  std::vector<estimate::CaptureTable> tables;
  for (const auto& [number, draw] : draws) {
    std::map<std::uint32_t, std::int64_t> counts;
    for (const auto& [person, listed] : draw.persons) ++counts[listed];
    tables.push_back({names, {}});
    for (const auto& [listed, count] : counts) tables.back().cells.push_back({listed, 0, count});
  }
  return tables;
}

}  // namespace sanaq::exchange
