// Values of a column that are compared as one (link.h, SameValues).
#pragma once
#include <string>
#include <vector>

#include "sanaq/link/model.h"

namespace sanaq::link {

// Replaces each of the texts that is in a group of this column by the first of its group.
void merge_same_values(const std::vector<SameValues>& same, const std::string& column,
                       std::vector<std::string>& texts);

}  // namespace sanaq::link
