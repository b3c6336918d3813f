// /help/PAGE: what a screen is for and what can be done there, in the reader's language, from the
// program itself.
#pragma once
#include <array>
#include <string_view>

#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// In the order in which an afternoon goes. The first is shown at /help.
inline constexpr std::array<std::string_view, 13> help_pages = {
    "start",  "lists",   "columns", "bad",    "settings",  "number", "publish",
    "review", "history", "persons", "person", "threshold", "model"};

[[nodiscard]] http::Response show_help(const Visit& visit, Bench& bench);

// Returns the text of a page as HTML; "" if it is not built in.
[[nodiscard]] std::string_view help_text(std::string_view language, std::string_view page);

}  // namespace sanaq::workspace
