#include "sanaq/tables/table_dates.h"

#include "sanaq/tables/date_columns.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {

TableDates::TableDates(const std::vector<std::string>& header,
                       const std::vector<std::vector<std::string>>& rows) {
  const tables::ListSource nothing_said;
  for (std::size_t column = 0; column < header.size(); ++column) {
    std::vector<std::string> cells;
    for (const auto& row : rows) {
      if (column < row.size()) cells.push_back(row[column]);
    }
    contexts_.emplace(header[column],
                      tables::date_context(std::nullopt, cells, {nothing_said, false, false}));
  }
}

base::Result<std::optional<record::PartialDate>> TableDates::read(std::string_view column,
                                                                  std::string_view cell) const {
  if (const auto date = record::from_edtf(cell)) return date;
  const auto found = contexts_.find(column);
  return tables::read_date(cell, found == contexts_.end() ? tables::DateContext{} : found->second);
}

}  // namespace sanaq::tables
