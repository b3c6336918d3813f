#include "sanaq/tables/sample.h"

#include "sanaq/tables/cell_text.h"
#include "sanaq/tables/limits.h"

namespace sanaq::tables {

SampledRows sample_of(RowSource& rows) {
  SampledRows sample;
  std::vector<std::string_view> cells;
  std::size_t bytes = 0;
  while (sample.size() < sampled_rows && bytes < sampled_bytes && rows.next(cells)) {
    sample.emplace_back();
    for (const std::string_view cell : cells) {
      sample.back().emplace_back(trimmed(cell));
      bytes += sizeof(std::string) + cell.size();
    }
    rows.release();
  }
  rows.rewind();
  return sample;
}

std::size_t filled_width(const std::vector<std::string>& row) {
  std::size_t width = row.size();
  while (width > 0 && row[width - 1].empty()) --width;
  return width;
}

}  // namespace sanaq::tables
