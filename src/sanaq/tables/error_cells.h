// What spreadsheets show in place of a value that they could not compute: "#REF!", "#Н/Д",
// "########". It is not a value, and the value behind it is lost.
#pragma once
#include <string_view>

#include "sanaq/base/result.h"

namespace sanaq::tables {

// Returns true for the words of Excel and LibreOffice in the languages that lists here come from,
// in any case, and for hashes alone, which are printed if a cell is too narrow for its value.
[[nodiscard]] bool is_spreadsheet_error(std::string_view cell);

// Returns the reason and what to do, for such a cell.
[[nodiscard]] base::Problem error_problem(std::string_view cell);

}  // namespace sanaq::tables
