// Births with a year of two digits, if the ages of the list make their century certain.
#pragma once
#include <vector>

#include "sanaq/record/record_table.h"
#include "sanaq/tables/reading_context.h"

namespace sanaq::tables {

// The columns must be read already. Whoever was 35 in 2011 and was born in `76` was born in 1976:
// the record's age, at its death, else at its event, else at the scope, leaves two years of birth.
// A cell is read if each of its records has an age that allows one year of birth, the same for all
// of them; its reports are then removed. All other cells stay as they are.
void read_births_by_ages(std::vector<record::Column>& columns, const ReadingContext& context,
                         CellReports& reports);

}  // namespace sanaq::tables
