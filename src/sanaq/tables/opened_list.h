// Opens a list's file as rows: finds its kind, its encoding, its delimiter, and the sheet.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/tables/row_source.h"
#include "sanaq/tables/workbook.h"

namespace sanaq::tables {

struct OpenedList {
  std::string decoded;                 // has the text if the bytes were not UTF-8
  std::unique_ptr<Workbook> workbook;  // for a spreadsheet, else nullptr
  std::unique_ptr<RowSource> rows;     // points into these or into the caller's bytes
  std::string encoding;
  std::string delimiter;  // "" for spreadsheets
  bool is_spreadsheet = false;
  std::vector<std::string> sheets = {};  // those that are read; empty for plain text
  std::vector<base::Message> warnings;
};

// `bytes` must outlive the result. Throws Error{bad_input} for a file that is not a table, for NUL
// bytes, and for a sheet that does not exist.
[[nodiscard]] std::unique_ptr<OpenedList> open_list(const ListSource& source,
                                                    std::string_view bytes);

}  // namespace sanaq::tables
