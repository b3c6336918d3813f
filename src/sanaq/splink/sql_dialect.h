// What a condition is about: whose SQL it is, and cells of the two rows that it compares.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::splink {

enum class Side { left, right };
enum class SqlDialect { duckdb, spark, postgres, sqlite, athena };

// Text of a cell of one of the two rows; none for null.
using CellLookup =
    std::function<std::optional<std::string_view>(const std::string& column, Side side)>;

}  // namespace sanaq::splink
