// What the file of a saved model may hold, of our own or Splink's. Beyond it the file is refused in
// words. What a condition in it may hold stands in splink/limits.h.
#pragma once
#include <cstddef>

namespace sanaq::link {

// Splink's settings have some twenty kilobytes, nested six deep; a model of ours less.
inline constexpr std::size_t model_bytes_max = std::size_t{16} << 20;
inline constexpr std::size_t model_depth_max = 64;

}  // namespace sanaq::link
