// Fields of a form or of a query, application/x-www-form-urlencoded (WHATWG URL, 5.1).
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sanaq::http {

struct Form {
  std::vector<std::pair<std::string, std::string>> fields;  // in the order of the form

  // Returns the first value of a field; "" if there is none.
  [[nodiscard]] const std::string& value(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  // Returns all values of a field in their order.
  [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
};

[[nodiscard]] Form parse_form(std::string_view encoded);

// Returns the text with each %XX decoded, and '+' as a space if `plus_is_space`. What is no
// encoding stays as it is.
[[nodiscard]] std::string percent_decoded(std::string_view text, bool plus_is_space);
// Returns the text with everything but letters, digits and "-._~" as %XX, for one segment of a path
// or one value of a query.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace sanaq::http
