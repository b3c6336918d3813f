#include "sanaq/tables/spreadsheet.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <exception>

#include "sanaq/base/error.h"
#include "sanaq/tables/ods.h"
#include "sanaq/tables/xlsx.h"

namespace sanaq::tables {

std::string number_text(double value) {
  if (std::abs(value) < 1e15 && value == std::floor(value))
    return fmt::format("{}", static_cast<std::int64_t>(value));
  return fmt::format("{}", value);
}

std::vector<Sheet> read_spreadsheet(std::string_view bytes, FileKind kind,
                                    const std::string& file) {
  try {
    return kind == FileKind::ods ? read_ods(bytes) : read_xlsx(bytes);
  } catch (const std::exception&) {
    throw base::Error(
        base::Kind::bad_input,
        base::message("{}: this spreadsheet is damaged; open it, save it again, or save it as CSV",
                      file));
  }
}

}  // namespace sanaq::tables
