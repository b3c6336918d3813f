// What nobody could read in a list: by kind, one answer for all equal cells, then by cell.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

[[nodiscard]] http::Response show_bad_cells(const Visit& visit, Bench& bench);
// {FORM}: the unreadable cells of one list, and of all lists and tables.
[[nodiscard]] http::Response download_bad_cells(const Visit& visit, Bench& bench);
[[nodiscard]] http::Response download_all_bad_cells(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
