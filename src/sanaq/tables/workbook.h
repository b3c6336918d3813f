// The sheets of a spreadsheet, each read row by row: no sheet is ever in memory as a whole.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "sanaq/tables/row_source.h"

namespace sanaq::tables {

class Workbook {
 public:
  virtual ~Workbook() = default;
  [[nodiscard]] virtual const std::vector<std::string>& names() = 0;  // of the sheets, in order
  // More than one row with something in it.
  [[nodiscard]] virtual bool holds_table(std::size_t sheet) = 0;
  [[nodiscard]] virtual bool is_hidden(std::size_t sheet) = 0;
  // Cells as a reader sees them: numbers without a needless .0, dates as 2011-12-16, formulas as
  // their stored results. The first row given is the sheet's first, even where it is empty; a row
  // ends with its last cell that holds something, the sheet with its last row that does. What it
  // gives must not outlive the workbook.
  [[nodiscard]] virtual std::unique_ptr<RowSource> rows(std::size_t sheet) = 0;
};

}  // namespace sanaq::tables
