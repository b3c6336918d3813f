// What in the case file could not be read or cannot be true, with its place and what to do.
#pragma once
#include <cstdint>
#include <string>

#include "sanaq/base/message.h"
#include "sanaq/casefile/statement.h"
#include "sanaq/record/bad_cell.h"

namespace sanaq::casefile {

// Returns a BadCell with the place of a statement.
[[nodiscard]] record::BadCell bad_cell_of(const Statement& said, base::Message reason,
                                          base::Message advice);

}  // namespace sanaq::casefile
