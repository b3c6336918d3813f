// A second table beside the first, with the same headers again.
#pragma once
#include "sanaq/tables/ingested_list.h"

namespace sanaq::tables {

// Warns how many names are in it, since they are not records, and says how to read them.
void report_table_beside(IngestedList& list);

}  // namespace sanaq::tables
