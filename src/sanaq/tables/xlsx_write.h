// Tables as an Office Open XML workbook (ECMA-376 part 1, 18) for people: every cell is a text, so
// that none is a formula, whatever it begins with, but for the days and whole numbers of columns
// that say that they hold these.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/tables/sheet.h"

namespace sanaq::tables {

// Returns the bytes of the file, with the sheets in their order; the same sheets always give the
// same. A cell longer than Excel's 32,767 letters is cut and ends in an ellipsis. Throws
// Error{bad_input} for more rows than a sheet can have (limits.h).
[[nodiscard]] std::string write_xlsx(const std::vector<Sheet>& sheets);
[[nodiscard]] std::string write_xlsx(const Sheet& sheet);

// Encodes a text as ST_Xstring (22.9.2.19): what XML does not allow, and a text that looks like
// such an escape, become _xHHHH_. It is the inverse of decoded_xstring (xlsx_parts.h).
[[nodiscard]] std::string encoded_xstring(std::string_view text);

}  // namespace sanaq::tables
