// A table for people to read or to fill in, before it is a file: xlsx_write.h, csv_write.h.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace sanaq::tables {

enum class SheetCells {
  texts,    // as they are; a spreadsheet takes none of them for anything else
  days,     // 2011-12-16 is the spreadsheet's own date; anything else stays a text
  numbers,  // a whole number of at most fifteen digits is one; anything else stays a text
};

struct SheetColumn {
  std::string header;
  int width = 12;                         // in letters
  bool is_to_fill_in = false;             // shown in colour
  std::vector<std::string> choices = {};  // offered as a list; other text can be typed too
  std::string note = {};                  // shown beside a selected cell of the column
  SheetCells cells = SheetCells::texts;
};

struct Sheet {
  std::string name;
  std::vector<SheetColumn> columns;
  std::vector<std::vector<std::string>> rows;  // each with as many cells as there are columns
  std::size_t columns_kept = 0;                // the columns from the left that stay in sight
};

}  // namespace sanaq::tables
