// Lists of values, and named values, that stand in one cell.
#pragma once
#include <string_view>

#include "sanaq/splink/sql_types.h"

namespace sanaq::splink {

// "[a, 'b, c', NULL]" as DuckDB, JSON and Python write it, or "a|b" as our own tables have several
// values in a cell; any other text is a list of one. At most list_values_max (limits.h).
[[nodiscard]] SqlList list_in_cell(std::string_view text);
// The value of a name in "{'lat': 1.5, \"long\": 2}"; null where there is none.
[[nodiscard]] SqlValue field_in_cell(std::string_view text, std::string_view name);

}  // namespace sanaq::splink
