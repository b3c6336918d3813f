// What a condition's tree is for two rows.
#pragma once
#include "sanaq/splink/sql_node.h"

namespace sanaq::splink {

// Null where it is unknown, or where more than made_values_max values of lists would be made.
[[nodiscard]] SqlValue evaluate(const SqlNode& node, const CellLookup& cell);

}  // namespace sanaq::splink
