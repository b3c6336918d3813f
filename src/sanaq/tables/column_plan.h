// From the header row to columns: which FIELD each one is, by the user's word or by its header.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/record/field.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/tables/sample.h"

namespace sanaq::tables {

struct PlannedColumn {
  // Unique in the list: the second "name" is "name (2)", a column without a header "#3".
  std::string header;
  std::optional<record::Field> field;
};

struct ColumnPlan {
  std::vector<PlannedColumn> columns;   // as in the file, from the left
  std::vector<base::Message> warnings;  // headers alike, fields named twice, no name
};

// The user's mapping decides; what it leaves open is recognised, the first column of each field
// from the left; and where no header names the names, a column whose cells look like them is read
// so and said first. `width` may be larger than the header row: cells that stand beside it have a
// column without a header. `below`: rows under the header. Throws Error{bad_input} for a FIELD or a
// header that does not exist, and names the nearest one.
[[nodiscard]] ColumnPlan plan_columns(const ListSource& source,
                                      const std::vector<std::string>& header, std::size_t width,
                                      const SampledRows& below = {});

}  // namespace sanaq::tables
