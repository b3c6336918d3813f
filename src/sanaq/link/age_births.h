// Comparing ages with births.
#pragma once
#include <vector>

#include "sanaq/link/column_source.h"

namespace sanaq::link {

// If some records have an age and others a birth, an age on the day of death (or of the event)
// becomes an interval of births, which is compared with them. If no column tells the day, the year
// in which ages were asked is found from records with the same name: for one person, the year of
// birth and the age add up to that year or the one before. An age that nothing dates would be lost;
// if these are more than a tenth, ages stay as they are.
void turn_ages_into_births(std::vector<Source>& sources);

}  // namespace sanaq::link
