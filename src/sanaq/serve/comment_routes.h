// Comments: what was written is shown again with a sum, and kept once the sum is solved.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/serve/asked.h"
#include "sanaq/serve/reception.h"

namespace sanaq::serve {

constexpr std::size_t comment_letters_most = 4000, comment_bytes_most = 12000,
                      name_letters_most = 80;

// POST /comment: the page of the sum with all that was written. 404 for a page that the site has
// not.
[[nodiscard]] http::Response show_guard(Reception& reception, const Asked& asked);
// POST /comment/send: 303 to the thanks, or the page of the sum again, with all that was written, a
// new sum and the reason.
[[nodiscard]] http::Response send_comment(Reception& reception, const Asked& asked);
// GET /comment/thanks.
[[nodiscard]] http::Response show_thanks(Reception& reception, const Asked& asked);

}  // namespace sanaq::serve
