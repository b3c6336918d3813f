// Words by which people head a column that says who may see a row.
//
// In Latin letters they stand here as text::romanise writes them: to read a dozen scripts it would
// take ICU a tenth of a second, in every run.
#pragma once
#include <span>

#include "sanaq/text/lookalike.h"

namespace sanaq::casefile {

// Returns names for `visibility`. They are not complete and need not be, since a column is also
// recognised by its cells.
[[nodiscard]] std::span<const text::WordsSeen::Written> names_of_visibility();

// Returns headers that, if nothing else is in them, may well say who is to see the row.
[[nodiscard]] std::span<const text::WordsSeen::Written> suspect_headers();

}  // namespace sanaq::casefile
