#include "sanaq/exchange/truth.h"

#include <charconv>

#include "sanaq/base/error.h"
#include "sanaq/exchange/csv_table.h"

namespace sanaq::exchange {

std::int64_t read_truth(std::string_view bytes, const std::string& file) {
  for (const auto& row : read_csv_table(bytes, file).rows) {
    if (row.size() < 2 || row[0] != "total") continue;
    std::int64_t total = 0;
    const auto [end, error] = std::from_chars(row[1].data(), row[1].data() + row[1].size(), total);
    if (error == std::errc() && end == row[1].data() + row[1].size() && total >= 0) return total;
  }
  throw base::Error(
      base::Kind::bad_input,
      base::message("{}: there is no row total with a whole number; write key,value and total,400",
                    file));
}

}  // namespace sanaq::exchange
