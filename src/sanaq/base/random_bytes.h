// Bytes that nobody can guess.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace sanaq::base {

// From the system's generator, for secrets of a session. Throws Error{io} where there is none.
[[nodiscard]] std::string random_bytes(std::size_t count);

// Returns two lower-case digits a byte.
[[nodiscard]] std::string to_hex(std::string_view bytes);

}  // namespace sanaq::base
