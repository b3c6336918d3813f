// Base64 with padding (RFC 4648, section 4), read strictly: one text for each value.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::log {

[[nodiscard]] std::string to_base64(std::string_view bytes);
// None for other characters, missing or needless padding, white space, and bits to spare.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace sanaq::log
