// What the cells of whole columns say: canonical values, once a distinct text, and the cells that
// say nothing readable.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/record/record_table.h"
#include "sanaq/tables/reading_context.h"

namespace sanaq::tables {

// Fills column.canonical from column.values by the column's field. In a spreadsheet, and in a
// column where five-digit numbers stand, a bare number of five digits is a serial date. Years of
// two digits that ages may tell are left to read_births_by_ages (two_digit_years.h).
void read_column(record::Column& column, const std::vector<std::int64_t>& rows,
                 const ReadingContext& context, CellReports& reports);

// The field that this one is a part of: of birth_year, birth.
[[nodiscard]] std::optional<record::Field> whole_of(record::Field part);

// Appends the column that several make together: `date` from date_year, date_month, date_day (so
// `birth`, `death`), `place` from place_town, place_region, place_country. Where the column is
// already there, or none of the parts, nothing happens. `only`: FIELDs that are wanted; null: all.
void add_combined_columns(std::vector<record::Column>& columns,
                          const std::vector<std::int64_t>& rows, const ReadingContext& context,
                          CellReports& reports, const std::set<std::string>* only = nullptr);

}  // namespace sanaq::tables
