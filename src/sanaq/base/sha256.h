// SHA-256 of bytes (FIPS 180-4), by OpenSSL, which uses the processor's own instructions.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::base {

// 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace sanaq::base
