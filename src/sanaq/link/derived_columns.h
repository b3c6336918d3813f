// Columns that only repeat a part of another: the year of a birth beside the birth.
#pragma once
#include <vector>

#include "sanaq/link/columns.h"

namespace sanaq::link {

// Finds the words of each value, with ids that all features share, so that one column can be found
// inside another.
void split_words(std::vector<Feature>& features);

// Removes each column that is inside another in more than 95 of 100 rows in which it is filled.
// Needs the words of values (split_words).
void drop_derived(std::vector<Feature>& features);

}  // namespace sanaq::link
