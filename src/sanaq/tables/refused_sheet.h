// Spreadsheets that are not read.
#pragma once
#include <string>

namespace sanaq::tables {

// Throw Error{bad_input}, because the file contradicts itself or is beyond limits.h.
[[noreturn]] void refuse_damaged_sheet(const std::string& file);
[[noreturn]] void refuse_large_cell(const std::string& file);
[[noreturn]] void refuse_large_row(const std::string& file);

}  // namespace sanaq::tables
