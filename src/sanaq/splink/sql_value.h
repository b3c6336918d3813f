// What a part of a condition is for two rows: nothing (null), truth, number, text, moment or list.
//
// Cells are text, whatever type their column had in Splink's database. A value is therefore read as
// what its place asks for: "5" is 5 beside a number, "1985-02-03" a day beside a moment,
// "[a, b]" a list where a list belongs.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/splink/sql_types.h"

namespace sanaq::splink {

[[nodiscard]] SqlValue of(std::optional<double> number);
[[nodiscard]] SqlValue of(SqlList values);

// A number as SQL reads it; none for any other text, nor for one that is not finite.
[[nodiscard]] std::optional<double> sql_number(std::string_view text);
// The shortest text that is read as this number.
[[nodiscard]] std::string sql_number_text(double number);

// What the value is as another type; none where it is null or cannot be read so.
[[nodiscard]] std::optional<double> as_number(const SqlValue& value);
[[nodiscard]] std::optional<std::string> as_text(const SqlValue& value);
[[nodiscard]] std::optional<SqlMoment> as_moment(const SqlValue& value);
[[nodiscard]] std::shared_ptr<const SqlList> as_list(const SqlValue& value);  // or null

// Below 0, 0 or above it; none where a side is null or the two cannot be compared. NaN equals
// itself and is above every number, as DuckDB has it.
[[nodiscard]] std::optional<int> compare(const SqlValue& left, const SqlValue& right);

}  // namespace sanaq::splink
