// POST /testify/files: one file, sealed as it comes.
#pragma once
#include "sanaq/http/body.h"
#include "sanaq/http/request.h"
#include "sanaq/http/response.h"
#include "sanaq/serve/reception.h"

namespace sanaq::serve {

constexpr int uploads_most = 32;
constexpr std::int64_t upload_bytes_most = 65 << 20;  // with what a form has around the file

// The words come before the file in the form. No byte of the file lies on the disk unsealed, and no
// more than a chunk of it in memory.
[[nodiscard]] http::Response take_file(Reception& reception, const http::Request& request,
                                       http::Body& body);

}  // namespace sanaq::serve
