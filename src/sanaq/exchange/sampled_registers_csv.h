// Sampled registers from a file, as `sanaq link --draws-out` writes them: draw,list,record,person.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/estimate/capture_table.h"

namespace sanaq::exchange {

// Returns one capture table for each draw, in ascending order. Its lists are `lists` in their
// order, or, if that is empty, those of the file in the order of their first rows. Throws
// Error{bad_input}, naming file and row, for a missing column, an empty cell, a draw that is not a
// whole number, a record that occurs twice in a draw, a draw that lacks a record which others have,
// and a list that is not in `lists`.
[[nodiscard]] std::vector<estimate::CaptureTable> read_sampled_registers(
    std::string_view bytes, const std::string& file, const std::vector<std::string>& lists);

}  // namespace sanaq::exchange
