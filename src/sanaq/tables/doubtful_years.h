// Years that no date of the list is likely to have: typing errors (1011, 2111), and years of
// another calendar.
#pragma once
#include <optional>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/record/record_table.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {

// Returns one entry for each value of a column of births, deaths or events, or of their years
// alone, which must be read already; an empty vector if no year of the column is doubtful. Each
// column is judged alone:
//
// - With a scope, a date is doubtful if all of it is more than 120 years before the scope's first
//   year, or after its last one. A scope with only one end is judged by that one.
// - Without a scope, it is doubtful if nine in ten of the column's filled cells have years more
//   than 150 years away from it, or more than 80 years before it; or if it is before 1500 or after
//   2400, since a whole column may be in another calendar.
//
// The message names the calendars in which the year would be likely. The clock is not used, and the
// value is kept.
[[nodiscard]] std::vector<std::optional<base::Problem>> doubtful_years(const record::Column& column,
                                                                       const ListSource& source);

}  // namespace sanaq::tables
