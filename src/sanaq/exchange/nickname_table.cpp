#include "sanaq/exchange/nickname_table.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/exchange/csv_table.h"
#include "sanaq/text/fold.h"

namespace sanaq::exchange {
namespace {

using base::Error;
using base::Kind;
using base::message;

std::size_t place_of(const CsvTable& table, const std::string& header, const std::string& file) {
  const auto found = std::find_if(table.header.begin(), table.header.end(),
                                  [&](const auto& cell) { return text::fold(cell) == header; });
  if (found == table.header.end()) {
    throw Error(Kind::bad_input, message("{}: there is no column {}; the first row must say: {}",
                                         file, header, "name,nickname"));
  }
  return static_cast<std::size_t>(found - table.header.begin());
}

const std::string& one_word(const CsvTable& table, std::size_t at, std::size_t column,
                            const std::string& file) {
  const std::string& cell = table.rows[at][column];
  const std::int64_t row = table.row_numbers[at];
  if (cell.empty())
    throw Error(Kind::bad_input,
                message("{}, row {}: {} is missing", file, row, table.header[column]));
  if (cell.find_first_of(" \t") != std::string::npos) {
    throw Error(Kind::bad_input,
                message("{}, row {}, column {}: \"{}\" is several words; write one given name",
                        file, row, table.header[column], cell));
  }
  return cell;
}

}  // namespace

std::vector<link::Nickname> read_nicknames(std::string_view bytes, const std::string& file) {
  const CsvTable table = read_csv_table(bytes, file);
  const std::size_t name = place_of(table, "name", file);
  const std::size_t nickname = place_of(table, "nickname", file);
  std::vector<link::Nickname> pairs;
  for (std::size_t at = 0; at < table.rows.size(); ++at)
    pairs.push_back({one_word(table, at, name, file), one_word(table, at, nickname, file)});
  return pairs;
}

}  // namespace sanaq::exchange
