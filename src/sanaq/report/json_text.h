// JSON as it is printed for programs.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace sanaq::report {

// Returns JSON indented by one, with a line end. Bytes that are not UTF-8, which text from outside
// may have (a file's name), become U+FFFD rather than an error.
template <typename Json>
[[nodiscard]] std::string json_text(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sanaq::report
