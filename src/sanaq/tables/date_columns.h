// The dates of one column: what all its cells prove together, and what the settings of the list and
// the scope say about them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/record/field.h"
#include "sanaq/tables/date_cell.h"
#include "sanaq/tables/reading_context.h"

namespace sanaq::tables {

// Return whether a field has dates of births, or of deaths or events, or their years alone.
[[nodiscard]] bool holds_births(record::Field field);
[[nodiscard]] bool holds_deaths_or_events(record::Field field);

// Returns how the cells of a column of dates, or of years of dates, are read. If one cell proves
// which part of 03/04/2011 is the month, and none proves the contrary, it applies to all; the
// list's settings override it. A year of two digits is read if the setting `century` or the scope
// leaves exactly one year: for a birth the scope and the 120 years before it, for a death or an
// event the scope itself. `field` is nullopt for a column of another kind, such as one of the case
// file.
[[nodiscard]] DateContext date_context(std::optional<record::Field> field,
                                       const std::vector<std::string>& values,
                                       const ReadingContext& reading);

// Return the canonical text of a cell: EDTF for a date, and for a year its digits in the list's own
// calendar; "" if the cell says nothing.
[[nodiscard]] base::Result<std::string> read_whole_date(const std::string& cell,
                                                        const DateContext& context);
[[nodiscard]] base::Result<std::string> read_year(const std::string& cell,
                                                  const DateContext& context);
// Read a month (1 to 12, or a word) or a day (1 to 31) that has a column of its own.
[[nodiscard]] base::Result<std::string> read_month(const std::string& cell, Calendar calendar);
[[nodiscard]] base::Result<std::string> read_day(const std::string& cell);

// Returns the date of "2011-12-16" or "2011--", which are the canonical year, month and day. A day
// without its month adds nothing to the year; without a year nothing is known.
[[nodiscard]] base::Result<std::string> date_of_parts(const std::string& parts, Calendar calendar);

}  // namespace sanaq::tables
