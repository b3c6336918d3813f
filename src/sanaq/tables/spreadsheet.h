// The sheets of an XLSX or ODS file, each read row by row: no sheet is ever in memory as a whole.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/tables/file_kind.h"
#include "sanaq/tables/row_source.h"
#include "sanaq/tables/workbook.h"

namespace sanaq::tables {

// `bytes` must outlive the result. Every call on it may throw Error{bad_input}, naming the file, if
// it is damaged, locked, or beyond limits.h.
[[nodiscard]] std::unique_ptr<Workbook> open_workbook(std::string_view bytes, FileKind kind,
                                                      const std::string& file);

}  // namespace sanaq::tables
