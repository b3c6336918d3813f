// Years that no date of the list is likely to have: slips of the pen (1011, 2111), and years of
// another calendar.
#pragma once
#include <optional>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/record/record_table.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {

// One for each value of a column of births, deaths or events, or of their years alone, read
// already; empty where no year of the column is doubtful. Each column is judged alone:
//
// - With a scope a date is doubtful where all of it lies more than 120 years before the scope's
//   first year, or after its last one. A scope that says but one end is judged by that one.
// - Without a scope, where nine in ten of the column's filled cells have years more than 150 years
//   from it, or more than 80 years before it; or where it lies before 1500 or after 2400, since a
//   whole column may be in another calendar.
//
// What is said names the calendars in which the year would be a likely one. The clock is not asked,
// and the value stays.
[[nodiscard]] std::vector<std::optional<base::Problem>> doubtful_years(const record::Column& column,
                                                                       const ListSource& source);

}  // namespace sanaq::tables
