// The head of a request, read strictly: what two readers could take for two different requests is
// none.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/http/request.h"

namespace sanaq::http {

struct RequestHead {
  Request request;  // without its peer
  // The bytes of the body: 0 for GET and HEAD; nullopt if it comes in chunks.
  std::optional<std::int64_t> content_length = 0;
  bool keeps_open = true;       // the other end wants to ask more on this connection
  bool wants_continue = false;  // and waits with the body until it is told to go on
  int refusal = 0;  // 0, or the status with which it is refused; then the rest says nothing
};

// `bytes` end with the empty line. Refused are: a head with more than `headers_most` headers (400),
// with a NUL or another control character, a line that ends otherwise than with CR LF, a header
// that goes on in the next line or has no name, a target that does not begin with '/' or is no
// UTF-8 once decoded, two Content-Lengths or Hosts, Content-Length beside Transfer-Encoding, a body
// of a GET (400); other methods than GET, HEAD, POST (405); a POST without length (411); a path of
// more than 2,048 bytes or a query of more than 8,192 (414); an encoded body (415); ranges that
// overlap, are more than 16 or are none (416); an expectation that is not 100-continue (417);
// another transfer coding than chunked (501); another version than HTTP/1.0 and 1.1 (505).
// A range that is not refused is left aside: the whole is answered (RFC 9110, 14.2).
[[nodiscard]] RequestHead read_head(std::string_view bytes, int headers_most);

}  // namespace sanaq::http
