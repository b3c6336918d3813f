// What a spreadsheet shows besides the text of its cells, and what reading it row by row would
// lose: rows that are hidden or struck through, merged cells, formulas that never got a result.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace sanaq::tables {

// Rows and columns as a spreadsheet counts, from 1.
struct CellPlace {
  std::int64_t row = 0;
  std::size_t column = 0;
};

struct MergedRange {
  CellPlace first, last;  // the value is in the first cell; the others are covered
};

// The cells of one column that show a date.
struct DayTimes {
  std::int64_t days = 0;
  std::int64_t in_last_minute = 0;  // those with a time of 23:59
};

struct SheetNotes {
  bool since_1904 = false;                // serial days count from 1904-01-01
  std::vector<std::int64_t> hidden_rows;  // only those that are not empty
  std::vector<std::int64_t> struck_rows;  // those all of whose cells are struck through
  std::vector<CellPlace> without_result;  // formulas that no program has calculated
  std::vector<CellPlace> errors;          // cells that say #REF!, #N/A, ... by their type
  std::vector<MergedRange> merged;        // only those of more than one row
  std::map<std::size_t, DayTimes> times;  // by column
};

}  // namespace sanaq::tables
