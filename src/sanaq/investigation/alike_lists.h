// Two lists that are one: the same file under two names, a second version of a list beside the
// first. Everybody on it is then counted as seen twice, and the number comes out too small.
#pragma once
#include <string>
#include <vector>

#include "sanaq/investigation/outcome.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {

// Throws Error{bad_input} where two lists are read from the same bytes in the same way (the same
// sheets, the same rows left out).
void expect_distinct_files(const std::vector<settings::ListConfig>& lists,
                           const std::vector<ListReport>& reports);

// Two lists of which so many rows of the shorter stand on the other word for word, in the columns
// that both have: four in five, and nineteen in twenty where names are all that both have. Said
// with the two ways out. Lists of more than a hundred thousand records are compared by a part of
// their names, the same part of each.
[[nodiscard]] std::vector<base::Message> alike_lists(const record::RecordTable& records,
                                                     const settings::Config& config);

}  // namespace sanaq::investigation
