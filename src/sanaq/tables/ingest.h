// Reads a list as people send it, and reports every cell that cannot be read.
#pragma once
#include <string_view>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/record/record_table.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {

// Throws Error{bad_input} for a file that is no table at all (JPEG, directory, empty, header only,
// NUL bytes).
[[nodiscard]] IngestedList ingest(const ListSource& source, base::Progress& progress);

// The same from bytes in memory (CSV and its kin only).
[[nodiscard]] IngestedList ingest_bytes(const ListSource& source, std::string_view bytes,
                                        base::Progress& progress);

// Puts several lists into one table: columns of the same FIELD (or, without one, the same header)
// become one.
[[nodiscard]] record::RecordTable combine(const std::vector<IngestedList>& lists);

}  // namespace sanaq::tables
