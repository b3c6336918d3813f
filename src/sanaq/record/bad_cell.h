// A cell that could not be read or does not hold, with its place and what to do.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "sanaq/base/message.h"
#include "sanaq/record/field.h"

namespace sanaq::record {

// The row is kept. `column` is empty for a row that was refused. Of a statement made by hand: list
// "ledger", the entry's number as the row, and its subject and property as the column.
struct BadCell {
  std::string list;  // its name; of a table of the case file, the file
  std::int64_t row = 0;
  std::string column;
  std::optional<record::Field> field;
  std::string value;
  base::Message reason;
  base::Message advice;
};

}  // namespace sanaq::record
