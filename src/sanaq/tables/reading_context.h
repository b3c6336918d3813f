// What decides the meaning of a cell besides its letters, and where cells that cannot be read are
// reported.
#pragma once
#include <vector>

#include "sanaq/record/bad_cell.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {

// What decides the meaning of a cell besides its letters.
struct ReadingContext {
  const ListSource& source;  // what the user said about the list
  bool is_spreadsheet = false;
  bool since_1904 = false;  // serial days of the workbook
};

// Cells that cannot be read, and cells that are read as they are but are worth a look; without the
// list's name, in row order for each column.
struct CellReports {
  std::vector<record::BadCell>& bad;
  std::vector<record::BadCell>& doubtful;
};

}  // namespace sanaq::tables
