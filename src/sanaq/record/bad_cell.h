// A cell that could not be read or cannot be true, with its place and what to do.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "sanaq/base/message.h"
#include "sanaq/record/field.h"

namespace sanaq::record {

// The row of such a cell is kept. `column` is empty for a row that was refused. For a statement
// made by hand, `list` is "ledger", `row` is the entry's number, and `column` is the statement's
// subject and property.
struct BadCell {
  std::string list;  // the list's name; for a table of the case file, the file
  std::int64_t row = 0;
  std::string column;
  std::optional<record::Field> field;
  std::string value;
  base::Message reason;
  base::Message advice;
};

}  // namespace sanaq::record
