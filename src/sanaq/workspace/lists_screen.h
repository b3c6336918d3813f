// The lists of the investigation, what has just arrived, and empty tables to fill in.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

[[nodiscard]] http::Response show_lists(const Visit& visit, Bench& bench);
[[nodiscard]] http::Response lists_json(const Visit& visit, Bench& bench);
// With what went wrong above it: 422.
[[nodiscard]] http::Response show_lists_with(const Visit& visit, Bench& bench,
                                             const std::vector<base::Message>& problems);

// {KIND} and {FORM}: the empty table of a kind, in the reader's language.
[[nodiscard]] http::Response download_empty_table(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
