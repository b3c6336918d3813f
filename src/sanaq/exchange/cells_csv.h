// A published capture table as a file: one column for each list with 0, 1 or NA (did not cover),
// and a column `count`.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/strata.h"

namespace sanaq::exchange {

// Returns the table, with equal patterns summed. Throws Error{bad_input}, naming row and column,
// for a cell that is not 0, 1 or NA, a count that is negative or not whole, and a row of persons on
// no list; also for a file without `count` or with fewer than two lists.
[[nodiscard]] estimate::CaptureTable read_cells(std::string_view bytes, const std::string& file);

// Returns one table for each combination of the values of some columns ("m, 1930" for two columns),
// in the order of their first rows. Rows with an empty cell make a stratum of their own, "?".
// Throws what read_cells throws, and Error{usage} for a column that the file does not have.
[[nodiscard]] std::vector<estimate::Stratum> read_cells_by_stratum(
    std::string_view bytes, const std::string& file, const std::vector<std::string>& strata);

}  // namespace sanaq::exchange
