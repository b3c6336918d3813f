// A screen that says what went wrong, what to do and what was kept.
#pragma once
#include "sanaq/base/error.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// The status of HTTP for a kind of failure: 422 bad_input and usage, 404 not_found, 409 conflict,
// 503 io and stopped, 500 otherwise.
[[nodiscard]] int status_of(base::Kind kind);

// What was posted stands on it, filled in, to be corrected and sent again to the same route.
[[nodiscard]] http::Response error_screen(const Visit& visit, Bench& bench,
                                          const base::Error& error, const std::string& pattern);
// `sentence` is in the reader's language.
[[nodiscard]] http::Response plain_screen(const Visit& visit, Bench& bench, int status,
                                          const std::string& title, const std::string& sentence);

}  // namespace sanaq::workspace
