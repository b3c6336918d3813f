// JSON as it is printed for programs.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace sanaq::report {

// Indented by one, with a line end. Text may come from outside: bytes that are no UTF-8 (a file's
// name) become U+FFFD rather than an error.
template <typename Json>
[[nodiscard]] std::string json_text(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sanaq::report
