// Rows of a list that are nobody: totals, the numbers of columns under the header, the sign that
// ends a file of old.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::tables {

// Why the row is no record; none where it may be one. `cells` are trimmed; `is_first`: it stands
// right under the header. A total is a row whose first filled cell begins with a word for it
// ("Итого", "Барлығы", "Total") and that has beside it numbers and counting words alone: "Всеволод"
// is a name, and so is whoever has a cell more.
[[nodiscard]] std::optional<base::Message> why_no_person(const std::vector<std::string_view>& cells,
                                                         bool is_first);

}  // namespace sanaq::tables
