// Reads a list as people send it, and reports every cell that cannot be read.
#pragma once
#include <string_view>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/record/record_table.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {

// Reads source.path. Cells that cannot be read are reported in the result and never thrown. Throws
// Error{bad_input} for a file that is not a table at all (a JPEG, a folder, an empty file, a header
// without rows, NUL bytes), Error{not_found} or Error{io} if it cannot be opened, and
// Error{stopped} if the user asks to stop.
[[nodiscard]] IngestedList ingest(const ListSource& source, base::Progress& progress);

// Does the same with bytes in memory; `source.path` then only names the file.
[[nodiscard]] IngestedList ingest_bytes(const ListSource& source, std::string_view bytes,
                                        base::Progress& progress);

// Returns one table with the records of several lists. Columns of the same FIELD become one, and
// so do columns without a FIELD that have the same header. Throws Error{bad_input} if two lists
// have the same name.
[[nodiscard]] record::RecordTable combine(const std::vector<IngestedList>& lists);

}  // namespace sanaq::tables
