// HMAC-SHA-256 (RFC 2104, FIPS 198-1): a hash that nobody can compute without the key.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::base {

// Returns 64 lower-case hex digits. `key` is the bytes themselves, not their hex digits.
[[nodiscard]] std::string hmac_sha256_hex(std::string_view key, std::string_view text);

}  // namespace sanaq::base
