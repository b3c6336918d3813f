// Capture tables of data frames as the library reads them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/record/plain_table.h"

namespace sanaq::python {

// Returns the table as CSV with one column for each list (0, 1 or NA), the strata and `count`.
// Without a count each row is one person, and equal rows are counted. In a data frame True, 1 and
// 1.0 are 1, and an empty cell (None, NaN, NA) is NA; a file must say NA itself. `name` is for
// errors, which never show a cell that may be a name. Throws Error{usage} for a column that the
// table does not have, and Error{bad_input}, with row and column, for any other cell of a list and,
// without a count, for a person on no list.
[[nodiscard]] std::string cells_csv(const record::PlainTable& table, const std::string& name,
                                    const std::optional<std::string>& count,
                                    const std::vector<std::string>& strata, bool is_file);

}  // namespace sanaq::python
