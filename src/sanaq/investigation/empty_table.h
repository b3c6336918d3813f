// An empty spreadsheet of each kind, with headers that are read back as the columns they name.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/tables/sheet.h"

namespace sanaq::investigation {

// "list", then the kinds of tables that people fill in.
[[nodiscard]] const std::vector<std::string>& table_sorts();

// What a kind is called, in English, for a sentence: "custody" is "Prisoners".
[[nodiscard]] std::string_view sort_title(std::string_view kind);

// Returns the sheet with headers in "en", "ru" or "kk". Throws Error{not_found} for another kind.
[[nodiscard]] tables::Sheet empty_table(std::string_view kind, std::string_view language);

}  // namespace sanaq::investigation
