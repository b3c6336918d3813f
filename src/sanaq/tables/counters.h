// Columns that only count the rows ("#1", "Unnamed: 0", "п/п"): two strangers in the same row of
// two lists share the number, so that it says nothing of who somebody is.
#pragma once
#include "sanaq/tables/ingested_list.h"

namespace sanaq::tables {

// Whether nine in ten of the cells that hold something are whole numbers, each of them one more
// than the one before; of five at least.
[[nodiscard]] bool counts_rows(const record::Column& column);

// Names such columns in list.counter_headers, where they are no field, and says so.
void find_counters(IngestedList& list);

}  // namespace sanaq::tables
