// Reads the cells of whole columns: canonical values, once for each distinct text, and the cells
// that cannot be read.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/record/record_table.h"
#include "sanaq/tables/mended_cell.h"
#include "sanaq/tables/reading_context.h"

namespace sanaq::tables {

// Fills column.canonical from column.values by the column's field. In a spreadsheet, and in a
// column with five-digit numbers, a bare number of five digits is a serial day. Years of two digits
// that ages may decide are left to read_births_by_ages (two_digit_years.h). Those of `mended` that
// are of this column take the place of their cells, once the column has shown how it is read.
void read_column(record::Column& column, const std::vector<std::int64_t>& rows,
                 const ReadingContext& context, CellReports& reports,
                 const std::vector<MendedCell>& mended = {});

// Returns the field that this one is a part of (birth for birth_year); nullopt if there is none.
[[nodiscard]] std::optional<record::Field> whole_of(record::Field part);

// Appends the columns that several make together: `date` from date_year, date_month, date_day (so
// also `birth` and `death`), `place` from place_town, place_region, place_country. Does nothing if
// the column exists already, or if there are no parts. `only` are the FIELDs that are wanted;
// nullptr means all.
void add_combined_columns(std::vector<record::Column>& columns,
                          const std::vector<std::int64_t>& rows, const ReadingContext& context,
                          CellReports& reports, const std::set<std::string>* only = nullptr);

}  // namespace sanaq::tables
