// Testimony: sealed on arrival, with ten words that were written down before it was sent.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/serve/asked.h"
#include "sanaq/serve/reception.h"

namespace sanaq::serve {

constexpr std::size_t testimony_letters_most = 100000, testimony_bytes_most = 400000,
                      contact_letters_most = 500;

// GET /testify: ten new words above the form.
[[nodiscard]] http::Response show_testify(Reception& reception, const Asked& asked);
// POST /testify: the receipt; or the form again with all that was written.
[[nodiscard]] http::Response take_testimony(Reception& reception, const Asked& asked);
// POST /testify/words: whether words 3 and 7 were copied right. Nothing is kept of it.
[[nodiscard]] http::Response check_words(Reception& reception, const Asked& asked);

}  // namespace sanaq::serve
