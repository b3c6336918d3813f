// Which function answers which address.
#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

// Throws Error: bad_input is answered with 422, not_found with 404, conflict with 409; each screen
// that has a form catches what belongs to a field itself and shows the form again with all its
// text.
using Screen = std::function<http::Response(const Visit& visit, Bench& bench)>;

enum class Reads { form, body };  // who reads the body of a POST: the router, or the screen

struct Route {
  std::string method;   // "GET" or "POST"
  std::string pattern;  // "/lists/{NAME}/columns"
  Screen screen;
  bool needs_investigation = true;  // without one open the reader is sent to "/"
  Reads reads = Reads::form;
  std::int64_t most_bytes = 1 << 20;  // of the body
};

}  // namespace sanaq::workspace
