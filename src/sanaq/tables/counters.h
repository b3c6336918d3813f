// Columns that only count the rows ("#1", "Unnamed: 0", "п/п"). Two strangers in the same row of
// two lists have the same number, so it says nothing about who somebody is.
#pragma once
#include "sanaq/tables/ingested_list.h"

namespace sanaq::tables {

// Returns true if nine in ten of the cells that are not empty, five at least, are whole numbers,
// each one more than the one before.
[[nodiscard]] bool counts_rows(const record::Column& column);

// Adds such columns to list.counter_headers if they are no field, and warns about them.
void find_counters(IngestedList& list);

}  // namespace sanaq::tables
