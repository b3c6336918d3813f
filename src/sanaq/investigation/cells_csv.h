// A published capture table on its own: one column a list with 0, 1 or NA (did not cover), and
// `count`.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/estimate/estimate.h"

namespace sanaq::investigation {

// Equal patterns are summed. Throws Error{bad_input} with row and column for a cell that is none of
// 0, 1, NA, a count that is negative or not whole, a row of those on no list, and a file without
// `count` or with fewer than two lists.
[[nodiscard]] estimate::CaptureTable read_cells(std::string_view bytes, const std::string& file);

}  // namespace sanaq::investigation
