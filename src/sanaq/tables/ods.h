// The sheets of an OpenDocument spreadsheet (ODF 1.2, part 1, 9.1), read row by row. Our own
// reader: liborcus leaves out repeated rows that hold text, and all but the last paragraph of a
// cell.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "sanaq/tables/workbook.h"

namespace sanaq::tables {

// `bytes` must outlive the result. Throws Error{bad_input}, naming the file; so do calls on the
// result.
[[nodiscard]] std::unique_ptr<Workbook> open_ods(std::string_view bytes, const std::string& file);

}  // namespace sanaq::tables
