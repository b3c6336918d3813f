// Invented lists, and their truth, as tables for other programs.
#pragma once
#include "sanaq/record/plain_table.h"
#include "sanaq/simulate/simulate.h"

namespace sanaq::simulate {

// Returns the rows of one list, all columns as texts under their headers. Its title is left out.
[[nodiscard]] record::PlainTable list_table(const SimulatedList& list);

// Returns the table list, record, person of all rows. A record is called by the cell of its id or,
// in a list without ids, by its row in list_table(), the header being row 1.
[[nodiscard]] record::PlainTable truth_table(const Result& result);

}  // namespace sanaq::simulate
