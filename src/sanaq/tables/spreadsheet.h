// The sheets of an XLSX or ODS file, each read row by row: no sheet is ever in memory as a whole.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/tables/file_kind.h"
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

// `bytes` must outlive the result. Every call on it may throw Error{bad_input}, naming the file:
// damaged, locked, or beyond limits.h.
[[nodiscard]] std::unique_ptr<Workbook> open_workbook(std::string_view bytes, FileKind kind,
                                                      const std::string& file);

// 35 for 35.0, 1.5 for 1.5, and never an exponent for whole numbers below 10^15.
[[nodiscard]] std::string number_text(double value);

// Throw Error{bad_input}: the file says of itself what cannot be, or is beyond limits.h.
[[noreturn]] void refuse_damaged_sheet(const std::string& file);
[[noreturn]] void refuse_large_cell(const std::string& file);
[[noreturn]] void refuse_large_row(const std::string& file);

}  // namespace sanaq::tables
