// From a condition's text to its tree.
#pragma once
#include "sanaq/splink/sql_node.h"

namespace sanaq::splink {

// What only SQL can say, in its own words.
struct OnlySql {
  std::string what;
};
// Longer or deeper than limits.h allows.
struct ConditionTooLarge {};

// `columns`: distinct, in order of first use. Throws one of the above.
[[nodiscard]] std::shared_ptr<SqlNode> parse_sql(std::string_view sql, SqlDialect dialect,
                                                 std::vector<std::string>& columns);

}  // namespace sanaq::splink
