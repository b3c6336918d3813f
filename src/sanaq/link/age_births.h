// Ages that meet births.
#pragma once
#include <vector>

#include "sanaq/link/column_source.h"

namespace sanaq::link {

// Where some records have an age and others a birth, an age on the day of death (or of the event)
// is an interval of births, and meets them. Where no column tells the day, the year in which ages
// were asked is found from namesakes: of one person the year of birth and the age add up to that
// year or the one before. An age that nothing dates would be lost: then ages stay as they are, if
// they are more than a tenth.
void turn_ages_into_births(std::vector<Source>& sources);

}  // namespace sanaq::link
