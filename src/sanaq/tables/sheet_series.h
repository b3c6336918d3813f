// One list on several sheets (a sheet for each year or day), read as one sequence of rows.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/tables/list_source.h"
#include "sanaq/tables/row_source.h"

namespace sanaq::tables {

struct NamedSheet {
  std::string name;
  std::unique_ptr<RowSource> rows;
};

// Returns the rows of the first sheet as they are, followed by those under the header of each other
// sheet, their cells in the columns with the same header; a header that the first does not have
// becomes a further column. Row numbers continue; a message for each sheet says from where. Needs
// two sheets at least. Throws Error{bad_input} if a sheet has no header of its own.
[[nodiscard]] std::unique_ptr<RowSource> one_after_another(const ListSource& source,
                                                           std::vector<NamedSheet> sheets,
                                                           std::vector<base::Message>& warnings);

}  // namespace sanaq::tables
