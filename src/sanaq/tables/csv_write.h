// Writes CSV: plainly for programs, and for people so that Excel opens it safely.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/tables/sheet.h"

namespace sanaq::tables {

enum class CsvFor {
  program,  // UTF-8, comma, LF
  person,   // BOM, semicolon, CRLF; cells that begin with = + - @ tab or CR are neutralised by a
            // leading '
};

// Returns the cell with a leading ' if a spreadsheet may take it for a formula. It is used for
// cells with people's words in a table for programs.
[[nodiscard]] std::string neutralised(std::string_view cell);

// Appends one row, with quotes if they are needed.
void append_csv_row(std::string& out, const std::vector<std::string_view>& cells, CsvFor reader);
// Does the same to a part of a file that is not its beginning, where no BOM stands.
void append_further_csv_row(std::string& out, const std::vector<std::string_view>& cells,
                            CsvFor reader);

// Returns a whole table, with its header row.
[[nodiscard]] std::string sheet_csv(const Sheet& sheet, CsvFor reader);

}  // namespace sanaq::tables
