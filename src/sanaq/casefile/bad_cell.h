// What of the case file could not be read or does not hold, with its place and what to do.
#pragma once
#include <cstdint>
#include <string>

#include "sanaq/base/message.h"
#include "sanaq/casefile/statement.h"

namespace sanaq::casefile {

// A cell of a table, or of a row that was refused (then with an empty column). Of a statement made
// by hand: file "ledger", the entry's number as the row, and its subject and property as the
// column.
struct BadCell {
  std::string file;
  std::int64_t row = 0;
  std::string column, value;
  base::Message reason, advice;
};

// Where that statement stands.
[[nodiscard]] BadCell bad_cell_of(const Statement& said, base::Message reason,
                                  base::Message advice);

}  // namespace sanaq::casefile
