// Dates of one column: what all its cells prove together, and what the settings of the list and the
// scope say of them.
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

// Birth, death, event; also of a column of their years alone.
[[nodiscard]] bool holds_births(record::Field field);
[[nodiscard]] bool holds_deaths_or_events(record::Field field);

// How the cells of a column of dates, or of years of dates, are read. Where one cell proves which
// of 03/04/2011 is the month, and none proves the contrary, it holds for all; what the list's
// settings say goes before. A year of two digits is read where the setting `century` or the scope
// leave just one year: for a birth the 120 years before the scope and the scope, for a death or an
// event the scope itself. `field`: none for a column of another kind, such as one of the case file.
[[nodiscard]] DateContext date_context(std::optional<record::Field> field,
                                       const std::vector<std::string>& values,
                                       const ReadingContext& reading);

// The canonical text (EDTF) of a date's cell; of a year's cell the digits of the year, in the
// list's own calendar; "" where the cell says nothing.
[[nodiscard]] base::Result<std::string> read_whole_date(const std::string& cell,
                                                        const DateContext& context);
[[nodiscard]] base::Result<std::string> read_year(const std::string& cell,
                                                  const DateContext& context);
// A month (1 to 12, or a word) or a day (1 to 31) that stands in a column of its own.
[[nodiscard]] base::Result<std::string> read_month(const std::string& cell, Calendar calendar);
[[nodiscard]] base::Result<std::string> read_day(const std::string& cell);

// "2011-12-16" and "2011--", canonical year, month and day, to a date. A day without its month says
// no more than the year; without a year nothing is said.
[[nodiscard]] base::Result<std::string> date_of_parts(const std::string& parts, Calendar calendar);

}  // namespace sanaq::tables
