// A published capture table on its own: one column a list with 0, 1 or NA (did not cover), and
// `count`.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/strata.h"

namespace sanaq::exchange {

// Equal patterns are summed. Throws Error{bad_input} with row and column for a cell that is none of
// 0, 1, NA, a count that is negative or not whole, a row of those on no list, and a file without
// `count` or with fewer than two lists.
[[nodiscard]] estimate::CaptureTable read_cells(std::string_view bytes, const std::string& file);

// The same, separated by the values of some columns ("m, 1930" where there are two), in the order
// of their first rows. An empty cell is a stratum of its own, "?". Also Error{usage} for a column
// that the file does not have.
[[nodiscard]] std::vector<estimate::Stratum> read_cells_by_stratum(
    std::string_view bytes, const std::string& file, const std::vector<std::string>& strata);

}  // namespace sanaq::exchange
