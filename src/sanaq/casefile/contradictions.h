// Statements of different rows and sources about one thing that cannot all be true.
#pragma once
#include <vector>

#include "sanaq/casefile/bad_cell.h"
#include "sanaq/casefile/view.h"
#include "sanaq/record/bad_cell.h"

namespace sanaq::casefile {

// Finds a release, a rehabilitation or a change that frees before the arrest, a cut that lengthens,
// a demand that was met before it was made, an end before the beginning, and a maximum below the
// minimum. The values that are shown first are compared, and the place is that of the later
// statement. What read_table() finds by comparing the cells of one row is not reported again.
[[nodiscard]] std::vector<record::BadCell> contradictions(const View& view);

}  // namespace sanaq::casefile
