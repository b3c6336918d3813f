// A table of the case file before it is read: its rows as text, and how its dates are read.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/record/partial_date.h"

namespace sanaq::casefile {

struct TableRows {
  std::string kind;  // as in [[table]]
  std::string file, hash;
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;  // trimmed; as many cells as the header, or more
  std::vector<std::int64_t> row_numbers;       // as a spreadsheet shows them
  std::vector<std::string> ignored = {};       // headers that the settings tell to ignore
  // Headers that the settings name as the column of visibility, but that the table does not have.
  std::vector<std::string> missing = {};
};

// Reads a cell of a column as a date; rooms above this one know how people write dates.
using ReadDate = std::function<base::Result<std::optional<record::PartialDate>>(
    std::string_view column, std::string_view cell)>;
// Reads EDTF only.
[[nodiscard]] base::Result<std::optional<record::PartialDate>> read_edtf(std::string_view column,
                                                                         std::string_view cell);

}  // namespace sanaq::casefile
