// What SQL's functions of lists say of lists of values.
#pragma once
#include <optional>
#include <span>

#include "sanaq/splink/sql_value.h"

namespace sanaq::splink {

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
