#include "sanaq/investigation/labels_csv.h"

#include <algorithm>
#include <array>

#include "sanaq/base/error.h"
#include "sanaq/investigation/csv_table.h"

namespace sanaq::investigation {

using base::Error;
using base::Kind;
using base::message;

std::vector<link::Label> read_labels(std::string_view bytes, const std::string& file) {
  const CsvTable table = read_csv_table(bytes, file);
  std::array<std::size_t, 5> place{};
  constexpr std::array<const char*, 5> names{"list_l", "record_l", "list_r", "record_r", "label"};
  for (std::size_t at = 0; at < names.size(); ++at) {
    const auto found = std::find(table.header.begin(), table.header.end(), names[at]);
    if (found == table.header.end())
      throw Error(Kind::bad_input, message("{} has no column {}; its first row must read "
                                           "list_l,record_l,list_r,record_r,label",
                                           file, names[at]));
    place[at] = static_cast<std::size_t>(found - table.header.begin());
  }
  std::vector<link::Label> labels;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto& cells = table.rows[row];
    const std::string& label = cells[place[4]];
    if (label.empty()) continue;
    if (label != "0" && label != "1")
      throw Error(Kind::bad_input,
                  message("{}, row {}: the label is {}; write 1 (one person), 0 (two persons) or "
                          "nothing",
                          file, table.row_numbers[row], label));
    for (std::size_t at = 0; at < 4; ++at) {
      if (cells[place[at]].empty())
        throw Error(Kind::bad_input,
                    message("{}, row {}: {} is missing", file, table.row_numbers[row], names[at]));
    }
    labels.push_back(
        {cells[place[0]], cells[place[1]], cells[place[2]], cells[place[3]], label == "1"});
  }
  return labels;
}

}  // namespace sanaq::investigation
