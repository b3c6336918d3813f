// What is shown once before anybody goes on: the recovery code of an investigation that was just
// founded, codes to compare, chains to vouch for.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/http/form.h"
#include "sanaq/ledger/writer_options.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/route.h"

namespace sanaq::workspace {

[[nodiscard]] std::vector<Route> founding_routes();

// Where a reader who wants a screen is led first; nullopt if nothing waits to be read. Founds an
// investigation that was not founded yet. Throws NeedsPassphrase and NeedsOwnEnd.
[[nodiscard]] std::optional<http::Response> first_to_be_read(const Visit& visit, Bench& bench);

// Asks whether one's own chain of format 1 is one's own; `to` and `form` are what was to be done.
[[nodiscard]] http::Response own_end_screen(const Visit& visit, Bench& bench,
                                            const ledger::Unvouched& chain, const std::string& to,
                                            const http::Form& form);

}  // namespace sanaq::workspace
