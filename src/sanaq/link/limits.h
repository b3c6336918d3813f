// Limits on the file of a saved model, our own or Splink's. A file beyond them is refused with a
// message. splink/limits.h has the limits on a condition in it.
#pragma once
#include <cstddef>

namespace sanaq::link {

// Splink's settings have some twenty kilobytes, nested six deep; a model of ours less.
inline constexpr std::size_t model_bytes_max = std::size_t{16} << 20;
inline constexpr std::size_t model_depth_max = 64;

}  // namespace sanaq::link
