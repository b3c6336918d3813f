// Finds two lists that are really one: the same file under two names, or a second version of a list
// beside the first. Everybody on it would be counted as seen twice, and the number would be too
// small.
#pragma once
#include <string>
#include <vector>

#include "sanaq/investigation/outcome.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {

// Throws Error{bad_input} if two lists are read from the same bytes in the same way (the same
// sheets, the same rows left out).
void expect_distinct_files(const std::vector<settings::ListConfig>& lists,
                           const std::vector<ListReport>& reports);

// Returns a warning, with the two ways out, for each two lists of which many rows of the shorter
// are also on the other word for word, in the columns that both have: four in five, or nineteen in
// twenty if names are all that both have. Lists of more than a hundred thousand records are
// compared by a part of their names, the same part of each.
[[nodiscard]] std::vector<base::Message> alike_lists(const record::RecordTable& records,
                                                     const settings::Config& config);

}  // namespace sanaq::investigation
