// Rows of a list that are not persons: totals, the numbers of columns under the header, the sign
// that ended files in former times.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::tables {

// Returns why the row is not a record; nullopt if it may be one. `cells` must be trimmed;
// `is_first` means that it is right under the header. A total is a row whose first filled cell
// begins with a word for it ("Итого", "Барлығы", "Total"), with nothing beside it but numbers and
// counting words: "Всеволод" is a name, and so is any such row with a cell more.
[[nodiscard]] std::optional<base::Message> why_no_person(const std::vector<std::string_view>& cells,
                                                         bool is_first);

}  // namespace sanaq::tables
