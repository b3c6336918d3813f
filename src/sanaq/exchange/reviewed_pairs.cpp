#include "sanaq/exchange/reviewed_pairs.h"

#include <algorithm>
#include <array>

#include "sanaq/base/error.h"
#include "sanaq/exchange/csv_table.h"
#include "sanaq/record/record_names.h"

namespace sanaq::exchange {
namespace {

using base::Error;
using base::Kind;
using base::message;

constexpr std::array<const char*, 5> headers = {"list_l", "record_l", "list_r", "record_r",
                                                "label"};

std::array<std::size_t, 5> places_of(const CsvTable& table, const std::string& file) {
  std::array<std::size_t, 5> places{};
  for (std::size_t at = 0; at < headers.size(); ++at) {
    const auto found = std::find(table.header.begin(), table.header.end(), headers[at]);
    if (found == table.header.end()) {
      throw Error(Kind::bad_input,
                  message("{}: there is no column {}; the first row must say: {}", file,
                          headers[at], "list_l,record_l,list_r,record_r,label"));
    }
    places[at] = static_cast<std::size_t>(found - table.header.begin());
  }
  return places;
}

std::uint32_t the_record(const record::RecordNames& names, const std::string& list,
                         const std::string& id, const std::string& file, std::int64_t row,
                         const char* column) {
  const std::vector<std::uint32_t> found = names.find(list, id);
  if (found.size() == 1) return found.front();
  throw Error(
      Kind::bad_input,
      found.empty()
          ? message(
                "{}, row {}, column {}: list {} has no record {}; write its id, or # and its row",
                file, row, column, list, id)
          : message("{}, row {}, column {}: list {} has several records {}; write # and the row of "
                    "the one that is meant",
                    file, row, column, list, id));
}

}  // namespace

Labels read_labels(std::string_view bytes, const std::string& file) {
  const CsvTable table = read_table(bytes, file);
  const std::array<std::size_t, 5> place = places_of(table, file);
  Labels labels;
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    const std::vector<std::string>& cells = table.rows[at];
    const std::int64_t row = table.row_numbers[at];
    const std::string& label = cells[place[4]];
    if (label.empty()) {
      ++labels.not_judged;
      continue;
    }
    if (label != "1" && label != "0") {
      throw Error(Kind::bad_input,
                  message("{}, row {}, column label: {} is no label; write 1 for one person, 0 for "
                          "two, or leave it blank",
                          file, row, label));
    }
    for (std::size_t cell = 0; cell < 4; ++cell) {
      if (cells[place[cell]].empty())
        throw Error(Kind::bad_input,
                    message("{}, row {}: {} is missing", file, row, headers[cell]));
    }
    labels.pairs.push_back(
        {cells[place[0]], cells[place[1]], cells[place[2]], cells[place[3]], label == "1"});
    labels.rows.push_back(row);
  }
  return labels;
}

std::vector<link::Decision> reviewed_pairs(const Labels& labels, const std::string& file,
                                           const record::RecordTable& records) {
  const record::RecordNames names(records);
  std::vector<link::Decision> pairs;
  for (std::size_t at = 0; at < labels.pairs.size(); ++at) {
    const link::Label& label = labels.pairs[at];
    const std::int64_t row = labels.rows[at];
    const std::uint32_t left =
        the_record(names, label.list_left, label.record_left, file, row, "record_l");
    const std::uint32_t right =
        the_record(names, label.list_right, label.record_right, file, row, "record_r");
    if (left == right) {
      throw Error(
          Kind::bad_input,
          message("{}, row {}: both records are the same one; a pair needs two", file, row));
    }
    pairs.push_back({left, right, label.match});
  }
  return pairs;
}

}  // namespace sanaq::exchange
