// What a spreadsheet seems to be, by its headers: a list of people, or a table of the case file.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace sanaq::investigation {

inline constexpr std::string_view list_sort = "list";

struct TableSort {
  std::string kind = std::string(list_sort);  // or the kind of a [[table]], as "custody"
  std::size_t columns = 0;                    // headers in its header row
  std::size_t known = 0;                      // those of them that a table of this kind has
};

// A list of people where both are as likely. Throws Error{bad_input} for a file that is no table.
[[nodiscard]] TableSort sort_of_table(std::string_view bytes, const std::string& file);

}  // namespace sanaq::investigation
