// What the public server answers to whom.
#pragma once
#include <cstdint>

#include "sanaq/http/body.h"
#include "sanaq/http/request.h"
#include "sanaq/http/response.h"
#include "sanaq/serve/reception.h"

namespace sanaq::serve {

// How many bytes the body of a request may have.
[[nodiscard]] std::int64_t most_bytes(const http::Request& request);

// Answers on any thread. Nothing of a request is written anywhere but into envelopes.
[[nodiscard]] http::Response public_answer(Reception& reception, const http::Request& request,
                                           http::Body& body);

}  // namespace sanaq::serve
