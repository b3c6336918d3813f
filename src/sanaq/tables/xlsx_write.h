// A table as an Office Open XML workbook (ECMA-376 part 1, 18) for people to fill in: every cell is
// a text, so that none is a formula, a date or a number, whatever it begins with.
#pragma once
#include <string>
#include <vector>

namespace sanaq::tables {

struct SheetColumn {
  std::string header;
  int width = 12;                         // in letters
  bool is_to_fill_in = false;             // shown in colour
  std::vector<std::string> choices = {};  // offered as a list; other text can be typed too
  std::string note = {};                  // shown beside a selected cell of the column
};

struct Sheet {
  std::string name;
  std::vector<SheetColumn> columns;
  std::vector<std::vector<std::string>> rows;  // each with as many cells as there are columns
  std::size_t columns_kept = 0;                // the columns from the left that stay in sight
};

// Returns the bytes of the file; the same sheet always gives the same. A cell longer than Excel's
// 32,767 letters is cut and ends in an ellipsis.
[[nodiscard]] std::string write_xlsx(const Sheet& sheet);

// Encodes a text as ST_Xstring (22.9.2.19): what XML does not allow, and a text that looks like
// such an escape, become _xHHHH_. It is the inverse of decoded_xstring (xlsx_parts.h).
[[nodiscard]] std::string encoded_xstring(std::string_view text);

}  // namespace sanaq::tables
