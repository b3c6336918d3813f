// A witness comes back: is there a reply, and what she adds.
#pragma once
#include <string_view>

#include "sanaq/http/response.h"
#include "sanaq/serve/asked.h"
#include "sanaq/serve/reception.h"

namespace sanaq::serve {

// GET /return: asks for the words.
[[nodiscard]] http::Response show_return(Reception& reception, const Asked& asked);
// POST /return: the reply, or that there is none yet, which is one page with that for words that
// nobody has; and what is added, if there is a text.
[[nodiscard]] http::Response answer_return(Reception& reception, const Asked& asked);
// The page for these words with more parts: after a file.
[[nodiscard]] http::Response return_page(Reception& reception, const Asked& asked,
                                         std::string_view normalised, Filling filling,
                                         int status = 200);

}  // namespace sanaq::serve
