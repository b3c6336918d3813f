// What statements of different rows and sources say of one thing that cannot all be true.
#pragma once
#include <vector>

#include "sanaq/casefile/bad_cell.h"
#include "sanaq/casefile/view.h"
#include "sanaq/record/bad_cell.h"

namespace sanaq::casefile {

// A release, a rehabilitation or a change that frees before the arrest, a cut that lengthens, a
// demand met before it was made, an end before the beginning, a most below the least: by the values
// that are shown first, each with the place of the later word. Of one row of a table only what is
// not seen there already: read_table() compares the cells of a row.
[[nodiscard]] std::vector<record::BadCell> contradictions(const View& view);

}  // namespace sanaq::casefile
