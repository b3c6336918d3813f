// The sheets of a spreadsheet, each read row by row, so that no sheet is ever in memory as a whole.
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
  // Returns true if the sheet has more than one row that is not empty.
  [[nodiscard]] virtual bool holds_table(std::size_t sheet) = 0;
  [[nodiscard]] virtual bool is_hidden(std::size_t sheet) = 0;
  // Returns the rows, with cells as a reader sees them: numbers without a needless .0, dates as
  // 2011-12-16, formulas as their stored results. The first row is the sheet's first, even if it is
  // empty; a row ends with its last cell that is not empty, and the sheet with its last row that is
  // not. The workbook must outlive the result.
  [[nodiscard]] virtual std::unique_ptr<RowSource> rows(std::size_t sheet) = 0;
};

}  // namespace sanaq::tables
