// Finds the columns of a header row: which FIELD each one is, by the user's settings or by its
// header.
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
  std::vector<PlannedColumn> columns;   // in the order of the file
  std::vector<base::Message> warnings;  // headers alike, fields named twice, no name
};

// The user's mapping decides. Other columns are recognised by their headers, the first column of
// each field from the left. If no header is that of names, a column whose cells look like names is
// used, and a warning about it comes first. `width` may be larger than the header row; cells past
// it get a column without a header. `below` has rows under the header. Throws Error{bad_input} for
// a FIELD or a header that does not exist, and names the nearest one.
[[nodiscard]] ColumnPlan plan_columns(const ListSource& source,
                                      const std::vector<std::string>& header, std::size_t width,
                                      const SampledRows& below = {});

}  // namespace sanaq::tables
