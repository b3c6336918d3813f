// One list: how it is read, with menus, and its rows.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

[[nodiscard]] http::Response show_list(const Visit& visit, Bench& bench);
[[nodiscard]] http::Response list_json(const Visit& visit, Bench& bench);

// POST: with `do` = "show" what the menus would do, and nothing is written; with "save" they are
// written to the settings as one change.
[[nodiscard]] http::Response post_columns(const Visit& visit, Bench& bench);
// POST: the list is no longer named in the settings; its file stays.
[[nodiscard]] http::Response remove_list(const Visit& visit, Bench& bench);

// {FORM}: every row, with person and probability.
[[nodiscard]] http::Response download_rows(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
