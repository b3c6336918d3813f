// What the cells of whole columns say: canonical values, once a distinct text, and the cells that
// say nothing readable.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/record/record_table.h"
#include "sanaq/tables/ingest.h"

namespace sanaq::tables {

// Fills column.canonical from column.values by the column's field, and appends a BadCell (without
// list, in row order) for every record whose cell cannot be read. In a spreadsheet, and in a column
// where five-digit numbers stand, a bare number is a serial date.
void read_column(record::Column& column, const std::vector<std::int64_t>& rows, bool is_spreadsheet,
                 std::vector<BadCell>& bad_cells);

// The field that this one is a part of: of birth_year, birth.
[[nodiscard]] std::optional<record::Field> whole_of(record::Field part);

// Appends the column that several make together: `date` from date_year, date_month, date_day (so
// `birth`, `death`), `place` from place_town, place_region, place_country. Where the column is
// already there, or none of the parts, nothing happens. `only`: FIELDs that are wanted; null: all.
void add_combined_columns(std::vector<record::Column>& columns,
                          const std::vector<std::int64_t>& rows, std::vector<BadCell>& bad_cells,
                          const std::set<std::string>* only = nullptr);

}  // namespace sanaq::tables
