// What somebody has typed, when it could not be taken: it stands on the next page and is sent again
// from there.
#pragma once
#include <string>

#include "sanaq/http/form.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// The template `carried` shows these: each field of the form, but for csrf, with its name for the
// reader. `prefix` is put before the names of the fields ("was." where another form goes first).
[[nodiscard]] Data carried_fields(const http::Form& form, const std::string& prefix);
// Gives back what stands under the prefix, without it.
[[nodiscard]] http::Form without_prefix(const http::Form& form, const std::string& prefix);
// A page with the form filled in, to be sent to `action` (whose route has `pattern`) when the
// reader wants it. `sentence` says why it is here.
[[nodiscard]] http::Response form_again(const Visit& visit, Bench& bench, const PageHead& head,
                                        const std::string& sentence, const std::string& action,
                                        const std::string& pattern, const http::Form& form);

}  // namespace sanaq::workspace
