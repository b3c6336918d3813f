// Lists of values, and named values, that stand in one cell; and what SQL's functions of lists say
// of them.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sanaq/splink/sql_value.h"

namespace sanaq::splink {

// "[a, 'b, c', NULL]" as DuckDB, JSON and Python write it, or "a|b" as our own tables have several
// values in a cell; any other text is a list of one. At most list_values_max (limits.h).
[[nodiscard]] SqlList list_in_cell(std::string_view text);
// The value of a name in "{'lat': 1.5, \"long\": 2}"; null where there is none.
[[nodiscard]] SqlValue field_in_cell(std::string_view text, std::string_view name);

// Values that both have, each once, in the order of the left; null is none of them.
[[nodiscard]] SqlList common_values(const SqlList& left, const SqlList& right);
// The least or largest that is not null; null where there is none.
[[nodiscard]] SqlValue least_value(std::span<const SqlValue> values);
[[nodiscard]] SqlValue largest_value(std::span<const SqlValue> values);
// Counted from 1, or from the end with -1; null beyond it.
[[nodiscard]] SqlValue value_at(const SqlList& list, double place);
[[nodiscard]] SqlList flattened(const SqlList& lists);
// Of two lists of numbers, as many in each; NaN where all numbers of one are 0.
[[nodiscard]] std::optional<double> cosine_similarity(const SqlList& left, const SqlList& right);

}  // namespace sanaq::splink
