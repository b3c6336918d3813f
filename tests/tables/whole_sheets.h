// All sheets of a workbook in memory, as tests look at them.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/files.h"
#include "sanaq/tables/spreadsheet.h"
#include "sanaq/tables/workbook.h"

namespace sanaq::tables {

using Rows = std::vector<std::vector<std::string>>;

struct WholeSheet {
  std::string name;
  Rows rows;
};

inline std::string sheet_fixture(const std::string& name) {
  return base::read_file(std::string(SANAQ_SOURCE_DIR "/tests/tables/fixtures/") + name);
}

// `release_each`: what the rows keep is let go after each of them.
inline Rows whole_rows(RowSource& rows, bool release_each = false) {
  Rows all;
  std::vector<std::string_view> cells;
  while (rows.next(cells)) {
    all.emplace_back(cells.begin(), cells.end());
    if (release_each) rows.release();
  }
  return all;
}

inline std::vector<WholeSheet> whole_sheets(std::string_view bytes, FileKind kind) {
  const std::unique_ptr<Workbook> workbook = open_workbook(bytes, kind, "test");
  std::vector<WholeSheet> sheets;
  for (std::size_t at = 0; at < workbook->names().size(); ++at)
    sheets.push_back({workbook->names()[at], whole_rows(*workbook->rows(at))});
  return sheets;
}

}  // namespace sanaq::tables
