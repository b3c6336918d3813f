#include "sanaq/tables/refused_sheet.h"

#include "sanaq/base/error.h"
#include "sanaq/tables/limits.h"

namespace sanaq::tables {

void refuse_damaged_sheet(const std::string& file) {
  throw base::Error(
      base::Kind::bad_input,
      base::message("{}: this spreadsheet is damaged; open it, save it again, or save it as CSV",
                    file));
}

void refuse_large_cell(const std::string& file) {
  throw base::Error(
      base::Kind::bad_input,
      base::message("{}: a cell of this spreadsheet has more than a million bytes; no "
                    "list has such cells, so look at it in a spreadsheet program",
                    file));
}

void refuse_large_row(const std::string& file) {
  throw base::Error(base::Kind::bad_input,
                    base::message("{}: a row of this spreadsheet has more than {} MB; no list has "
                                  "such rows, so look at it in a spreadsheet program",
                                  file, line_bytes_max >> 20));
}

}  // namespace sanaq::tables
