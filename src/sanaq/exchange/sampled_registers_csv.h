// Sampled registers from a file, as `sanaq link --draws-out` writes them: draw,list,record,person.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/estimate/capture_table.h"

namespace sanaq::exchange {

// One capture table a draw, by ascending draw. Lists: those of `lists` in their order, or where it
// is empty those of the file in the order in which they first stand. Throws Error{bad_input} with
// file and row for a missing column, an empty cell, a draw that is no whole number, a record that
// stands twice in a draw, a draw without some record of the others, and a list that `lists` does
// not have.
[[nodiscard]] std::vector<estimate::CaptureTable> read_sampled_registers(
    std::string_view bytes, const std::string& file, const std::vector<std::string>& lists);

}  // namespace sanaq::exchange
