// A small CSV file of the user's with a header: claims, cells of a capture table, keys and values.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::exchange {

struct CsvTable {
  std::vector<std::string> header;  // trimmed
  // Trimmed cells, as many in each row as in the header. Blank rows are left out.
  std::vector<std::vector<std::string>> rows;
  std::vector<std::int64_t> row_numbers;  // as a spreadsheet shows them, counting the header
};

// Reads a CSV in any encoding and with any delimiter that the room tables knows. `file` names it in
// errors. Throws Error{bad_input} for a file without a header or rows, and for a row with more
// cells than the header.
[[nodiscard]] CsvTable read_csv_table(std::string_view bytes, const std::string& file);

// All rows of a table in any form that a list may have: CSV in any encoding, XLSX, ODS.
struct WholeTable {
  std::vector<std::vector<std::string>> rows;  // trimmed cells; blank rows are left out
  std::vector<std::int64_t> row_numbers;       // as a spreadsheet shows them
};
// Throws Error{bad_input}, naming the file, for what is no table.
[[nodiscard]] WholeTable read_whole_table(std::string_view bytes, const std::string& file);

// Reads a table in any of these forms, with its first row as the header, and otherwise as
// read_csv_table does.
[[nodiscard]] CsvTable read_table(std::string_view bytes, const std::string& file);

}  // namespace sanaq::exchange
