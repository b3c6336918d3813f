// Finds the columns of a table: how many there are, which FIELD each one is, by the user's settings
// or by its header, and which of them are asked for.
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
  // Named in ListSource::only_columns by its header, its field or the field that it is a part of;
  // true where nothing is named there.
  bool is_asked_for = true;

  // Cells of a column that nobody asked for are kept only until they have named the records.
  [[nodiscard]] bool is_read() const { return is_asked_for || field == record::Field::id; }
};

struct ColumnPlan {
  std::vector<PlannedColumn> columns;   // in the order of the file
  std::vector<base::Message> warnings;  // headers alike, fields named twice, no name
};

// The user's mapping decides. Other columns are recognised by their headers, the first column of
// each field from the left. If no header is that of names, a column whose cells look like names is
// used, and a warning about it comes first. `below` has rows under the header: where several of
// them are wider, the cells past the header are columns without a header. Throws Error{bad_input}
// for a FIELD or a header that does not exist, and names the nearest one.
[[nodiscard]] ColumnPlan plan_columns(const ListSource& source,
                                      const std::vector<std::string>& header,
                                      const SampledRows& below = {});

}  // namespace sanaq::tables
