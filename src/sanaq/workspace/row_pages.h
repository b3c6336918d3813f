// A long table in pages of a hundred rows.
#pragma once
#include <cstddef>
#include <string>

#include "sanaq/workspace/page.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

inline constexpr std::size_t rows_of_a_page = 100;

struct RowPages {
  std::size_t number = 1;  // of the page that is shown, from 1
  std::size_t pages = 1;
  std::size_t first = 0, last = 0;  // the rows that are shown: [first, last)
};

// Returns the page that the query's `page` names, or the nearest that there is.
[[nodiscard]] RowPages pages_of_rows(const Visit& visit, std::size_t row_count);
// Returns links to the page before and after, and which rows are shown. `path` may have a query.
[[nodiscard]] std::string links_to_pages(const Visit& visit, const RowPages& pages,
                                         std::size_t row_count, const std::string& path);

}  // namespace sanaq::workspace
