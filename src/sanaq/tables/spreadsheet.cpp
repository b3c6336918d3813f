#include "sanaq/tables/spreadsheet.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>

#include "sanaq/base/error.h"
#include "sanaq/tables/limits.h"
#include "sanaq/tables/ods.h"
#include "sanaq/tables/xlsx.h"

namespace sanaq::tables {

std::string number_text(double value) {
  if (std::abs(value) < 1e15 && value == std::floor(value))
    return fmt::format("{}", static_cast<std::int64_t>(value));
  return fmt::format("{}", value);
}

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

std::unique_ptr<Workbook> open_workbook(std::string_view bytes, FileKind kind,
                                        const std::string& file) {
  return kind == FileKind::ods ? open_ods(bytes, file) : open_xlsx(bytes, file);
}

}  // namespace sanaq::tables
