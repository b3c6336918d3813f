// Dates in the tables of the case file and of claims, read as those of lists are.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/tables/date_cell.h"

namespace sanaq::tables {

// What each whole column proves about day and month, and how its cells are then read. If two
// columns have the same header, the first counts.
class TableDates {
 public:
  TableDates() = default;
  TableDates(const std::vector<std::string>& header,
             const std::vector<std::vector<std::string>>& rows);

  [[nodiscard]] base::Result<std::optional<record::PartialDate>> read(std::string_view column,
                                                                      std::string_view cell) const;

 private:
  std::map<std::string, tables::DateContext, std::less<>> contexts_;
};

}  // namespace sanaq::tables
