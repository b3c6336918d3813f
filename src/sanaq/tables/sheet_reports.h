// Reports what a spreadsheet shows besides its cells; and gives the value of merged cells to every
// row that they cover.
#pragma once
#include <vector>

#include "sanaq/tables/column_plan.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/sheet_notes.h"

namespace sanaq::tables {

// Gives, in the columns that are fields, each empty cell under a merged one its value. `planned`
// are the columns as they are in the sheet.
void spread_merged_cells(const SheetNotes& notes, const std::vector<PlannedColumn>& planned,
                         IngestedList& list);

// Warns of hidden and struck-through rows that were read, of formulas without a result, and of
// dates that a program wrote a day early.
void report_notes(const SheetNotes& notes, const std::vector<PlannedColumn>& planned,
                  IngestedList& list);

}  // namespace sanaq::tables
