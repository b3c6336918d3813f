#include "sanaq/investigation/reviewed_pairs.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "sanaq/base/error.h"
#include "sanaq/investigation/csv_table.h"

namespace sanaq::investigation {
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

// LIST and ID or #ROW -> the records; more than one where ids are not unique.
class Records {
 public:
  explicit Records(const record::RecordTable& records) {
    std::map<std::string, std::unordered_map<std::string, std::vector<std::uint32_t>>> rows;
    for (std::uint32_t at = 0; at < records.record_count(); ++at) {
      const std::string& list = records.lists[records.list_of[at]].name;
      called_[list][records.ids[at]].push_back(at);
      rows[list]["#" + std::to_string(records.rows[at])].push_back(at);
    }
    for (auto& [list, numbers] : rows) called_[list].merge(numbers);  // an id wins over a row
  }
  [[nodiscard]] std::vector<std::uint32_t> find(const std::string& list,
                                                const std::string& id) const {
    const auto own = called_.find(list);
    if (own == called_.end()) return {};
    const auto found = own->second.find(id);
    return found == own->second.end() ? std::vector<std::uint32_t>() : found->second;
  }

 private:
  std::map<std::string, std::unordered_map<std::string, std::vector<std::uint32_t>>> called_;
};

std::uint32_t the_record(const Records& records, const std::string& list, const std::string& id,
                         const std::string& file, std::int64_t row, const char* column) {
  const std::vector<std::uint32_t> found = records.find(list, id);
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

ReviewedPairs read_reviewed_pairs(std::string_view bytes, const std::string& file,
                                  const record::RecordTable& records) {
  const CsvTable table = read_csv_table(bytes, file);
  const std::array<std::size_t, 5> place = places_of(table, file);
  const Records named(records);
  ReviewedPairs reviewed;
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    const std::vector<std::string>& cells = table.rows[at];
    const std::int64_t row = table.row_numbers[at];
    const std::string& label = cells[place[4]];
    if (label.empty()) {
      ++reviewed.not_judged;
      continue;
    }
    if (label != "1" && label != "0") {
      throw Error(Kind::bad_input,
                  message("{}, row {}, column label: {} is no label; write 1 for one person, 0 for "
                          "two, or leave it blank",
                          file, row, label));
    }
    const std::uint32_t left =
        the_record(named, cells[place[0]], cells[place[1]], file, row, "record_l");
    const std::uint32_t right =
        the_record(named, cells[place[2]], cells[place[3]], file, row, "record_r");
    if (left == right) {
      throw Error(
          Kind::bad_input,
          message("{}, row {}: both records are the same one; a pair needs two", file, row));
    }
    reviewed.pairs.push_back({left, right, label == "1"});
  }
  return reviewed;
}

}  // namespace sanaq::investigation
