// The sheets of an XLSX or ODS file as rows of cell texts.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/tables/file_kind.h"

namespace sanaq::tables {

// Cells as a reader sees them: numbers without a needless .0, dates as 2011-12-16, formulas as
// their stored results. rows[0] is the sheet's first row, even where it is empty; a row ends with
// its last cell that holds something.
struct Sheet {
  std::string name;
  std::vector<std::vector<std::string>> rows;
};

// Throws Error{bad_input} for a damaged file, naming it.
[[nodiscard]] std::vector<Sheet> read_spreadsheet(std::string_view bytes, FileKind kind,
                                                  const std::string& file);

// 35 for 35.0, 1.5 for 1.5, and never an exponent for whole numbers below 10^15.
[[nodiscard]] std::string number_text(double value);

}  // namespace sanaq::tables
