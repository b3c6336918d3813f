// Dates in which a spreadsheet has already exchanged day and month: a program that expects the
// month first makes 3 April of 04/03/2011, and leaves 16/12/2011 a text, since there is no
// month 16.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/record/record_table.h"

namespace sanaq::tables {

// Returns one entry for each value of a column of dates from a spreadsheet, which must be read
// already; an empty vector if none may be exchanged. Date cells are those written as 2011-04-03 (as
// the readers of spreadsheets give them). They may be exchanged if texts beside them have a first
// or a second part above 12 that is a day, and no more than one in five of the dates has a day
// above 12 itself. Those with a day of at most 12 that is not the month's number are then doubtful.
[[nodiscard]] std::vector<std::optional<base::Problem>> turned_dates(const record::Column& column);

}  // namespace sanaq::tables
