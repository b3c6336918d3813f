// What may be said of a list, and of a table of the case file.
#pragma once
#include <vector>

#include "sanaq/settings/config.h"
#include "sanaq/settings/option.h"

namespace sanaq::settings {

[[nodiscard]] const std::vector<Option<ListConfig>>& list_options();    // of a [[list]]
[[nodiscard]] const std::vector<Option<TableConfig>>& table_options();  // of a [[table]]

}  // namespace sanaq::settings
