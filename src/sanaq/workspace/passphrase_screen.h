// Where the passphrase of the key that signs entries is asked for.
#pragma once
#include <string>

#include "sanaq/http/form.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// `to` and `form` are what was to be done with the key; they are done once it is open. `was_wrong`
// says that the one that was typed does not open it.
[[nodiscard]] http::Response passphrase_screen(const Visit& visit, Bench& bench,
                                               const std::string& to, const http::Form& form,
                                               bool was_wrong);

}  // namespace sanaq::workspace
