// HMAC-SHA-256 (RFC 2104, FIPS 198-1): a hash that nobody makes who has not the key.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::base {

// 64 lower-case hex digits. `key` is bytes, not their digits.
[[nodiscard]] std::string hmac_sha256_hex(std::string_view key, std::string_view text);

}  // namespace sanaq::base
