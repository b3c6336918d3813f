// What a spreadsheet shows beside its cells, said of the list; and merged cells, whose value
// belongs to every row that they cover.
#pragma once
#include <vector>

#include "sanaq/tables/column_plan.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/sheet_notes.h"

namespace sanaq::tables {

// In the columns that are fields, each empty cell under a merged one gets its value. `planned`: the
// columns as they stand in the sheet.
void spread_merged_cells(const SheetNotes& notes, const std::vector<PlannedColumn>& planned,
                         IngestedList& list);

// Hidden and struck-through rows that were read, formulas without a result, dates that a program
// wrote a day early.
void report_notes(const SheetNotes& notes, const std::vector<PlannedColumn>& planned,
                  IngestedList& list);

}  // namespace sanaq::tables
