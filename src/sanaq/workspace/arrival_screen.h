// Taking spreadsheets in: they are received, then she says what each is.
#pragma once
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// A form of several files at once may have so many bytes.
inline constexpr std::int64_t upload_bytes_most = std::int64_t{4} << 30;

// POST /lists: files, as multipart/form-data.
[[nodiscard]] http::Response take_upload(const Visit& visit, Bench& bench);

// POST /incoming: for each waiting file of id X the field what-X ("list", the kind of a table,
// "newer:LIST", "out", or "" for nothing yet) and, for a list, name-X.
[[nodiscard]] http::Response decide_incoming(const Visit& visit, Bench& bench);

}  // namespace sanaq::workspace
