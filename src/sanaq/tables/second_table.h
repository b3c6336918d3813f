// A second table beside the first, whose headers are those of the first again.
#pragma once
#include "sanaq/tables/ingested_list.h"

namespace sanaq::tables {

// Says how many names stand in it, since they are no records, and how to read them.
void report_table_beside(IngestedList& list);

}  // namespace sanaq::tables
