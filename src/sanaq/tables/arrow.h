// Tables that another program holds in memory: read where they lie, and handed over without a copy.
#pragma once
#include <memory>
#include <string>

#include "sanaq/base/progress.h"
#include "sanaq/record/plain_table.h"
#include "sanaq/tables/arrow_abi.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {

// Reads a list as ingest() reads a file with these cells, its header in row 1. `source.path` only
// names the table. The stream is taken over and released, also if this throws.
//
// Columns may be utf8, large_utf8, utf8_view, whole numbers of 8 to 64 bits, bool, float32,
// float64, decimals, date32, date64, timestamp, time32, time64, null, or dictionaries of these. A
// float or decimal that is whole is written without a point (1985.0 is 1985), NaN is the empty
// cell, others stand in their shortest form; a day is written 2011-12-16, a time of day behind it;
// a timestamp with a zone stands in that zone.
// Null and "" are the empty cell. Each distinct text is copied once. List::version stays empty:
// there is no file.
//
// Throws Error{bad_input}, naming the column, for another type, two columns of one name, no column,
// no row, text that is no UTF-8 (with its row), and a stream that was released or fails.
[[nodiscard]] IngestedList ingest_arrow(const ListSource& source, ArrowArrayStream* stream,
                                        base::Progress& progress);

// Reads a table as it is, every cell a text as ingest_arrow() says: for a capture table, reviewed
// pairs, nicknames. All columns of the result are texts, with the names of the table's columns, a
// column without a name included. `name` is for errors. Throws what ingest_arrow() throws.
[[nodiscard]] record::PlainTable from_arrow(const std::string& name, ArrowArrayStream* stream,
                                            base::Progress& progress);

// Hands a table over as a stream of one chunk: texts are dictionaries of utf8 by uint32, the
// numbers int64 and float64, none of them null. Nothing but the texts of a dictionary is copied;
// the table lives until the last of what was handed over is released. `out` is overwritten.
void to_arrow(std::shared_ptr<const record::PlainTable> table, ArrowArrayStream* out);

}  // namespace sanaq::tables
