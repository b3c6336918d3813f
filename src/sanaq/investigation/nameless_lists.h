// Lists that nobody can count yet, since no column of theirs says who somebody is.
#pragma once
#include <string>
#include <vector>

#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

// Returns the names of the lists in which no column of names was found and whose settings do not
// say that they have none (guess_columns = false), in the order of the settings.
[[nodiscard]] std::vector<std::string> nameless_lists(const std::vector<ListReport>& lists,
                                                      const settings::Config& config);

}  // namespace sanaq::investigation
