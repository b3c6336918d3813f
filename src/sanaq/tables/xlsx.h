// The sheets of an Office Open XML workbook (ECMA-376 part 1, 18), read row by row. Our own reader:
// liborcus leaves out text that stands in the cell itself (t="inlineStr"), which many programs
// write, holds every sheet in memory, and crashes on XML that is damaged on purpose.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "sanaq/tables/workbook.h"

namespace sanaq::tables {

// `bytes` must outlive the result. Throws Error{bad_input}, naming the file; so do calls on the
// result.
[[nodiscard]] std::unique_ptr<Workbook> open_xlsx(std::string_view bytes, const std::string& file);

}  // namespace sanaq::tables
