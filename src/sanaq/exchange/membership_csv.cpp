#include "sanaq/exchange/membership_csv.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/tables/csv.h"
#include "sanaq/text/encoding.h"
#include "sanaq/text/fold.h"

namespace sanaq::exchange {
namespace {

using base::Error;
using base::Kind;
using base::message;
using Cells = std::vector<std::string_view>;

struct Places {
  std::optional<std::size_t> list;
  std::size_t record = 0, person = 0;
};

std::optional<std::size_t> place_of(const Cells& header, std::string_view name) {
  for (std::size_t at = 0; at < header.size(); ++at) {
    if (text::fold(header[at]) == name) return at;
  }
  return std::nullopt;
}

Places find_places(const Cells& header, const std::string& path) {
  const auto needed = [&](std::string_view name) {
    const auto place = place_of(header, name);
    if (!place) {
      throw Error(
          Kind::bad_input,
          message("{} has no column {}; its first row must read list,record,person", path, name));
    }
    return *place;
  };
  return {place_of(header, "list"), needed("record"), needed("person")};
}

Membership read_row(const Cells& cells, const Places& places, const std::string& path,
                    std::int64_t row) {
  const std::size_t last = std::max({places.list.value_or(0), places.record, places.person});
  if (cells.size() <= last || cells[places.record].empty() || cells[places.person].empty()) {
    throw Error(Kind::bad_input,
                message("{}, row {}: the record or its person is missing; fill it in, or delete "
                        "the row",
                        path, row));
  }
  return {places.list ? std::string(cells[*places.list]) : "", std::string(cells[places.record]),
          std::string(cells[places.person])};
}

bool is_blank(const Cells& cells) {
  return std::all_of(cells.begin(), cells.end(),
                     [](std::string_view cell) { return cell.empty(); });
}

}  // namespace

std::vector<Membership> parse_membership(std::string_view bytes, const std::string& path,
                                         const base::Progress& progress) {
  const std::string text = text::to_utf8(bytes, text::detect_encoding(bytes));
  tables::CsvReader reader(text, tables::sniff_delimiter(text), path);
  Cells cells;
  const bool has_header = reader.next(cells);
  const Places places = find_places(has_header ? cells : Cells{}, path);
  std::vector<Membership> all;
  std::set<std::pair<std::string, std::string>> seen;
  while (reader.next(cells)) {
    if (is_blank(cells)) continue;
    progress.throw_if_stopped();
    all.push_back(read_row(cells, places, path, reader.row()));
    if (!seen.emplace(all.back().list, all.back().record).second) {
      throw Error(Kind::bad_input,
                  message("{}, row {}: this record stands in the file twice; keep one row for each "
                          "record",
                          path, reader.row()));
    }
  }
  if (all.empty()) {
    throw Error(Kind::bad_input, message("{} has no rows below its header", path));
  }
  return all;
}

}  // namespace sanaq::exchange
