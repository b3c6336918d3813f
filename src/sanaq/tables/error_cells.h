// What spreadsheets show in place of a value that they could not work out: "#REF!", "#Н/Д",
// "########". It is no value, and the value behind it is lost.
#pragma once
#include <string_view>

#include "sanaq/base/result.h"

namespace sanaq::tables {

// Excel's and LibreOffice's words in the languages that lists here come from, in any case; hashes
// alone, as a cell too narrow for its value is printed.
[[nodiscard]] bool is_spreadsheet_error(std::string_view cell);

// The reason and what to do, for a cell that is one.
[[nodiscard]] base::Problem error_problem(std::string_view cell);

}  // namespace sanaq::tables
