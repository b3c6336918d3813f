// Random numbers made from a mark (pair_space.h): the number for a record does not depend on other
// records.
#pragma once
#include <cstdint>

namespace sanaq::link {

// The finisher of splitmix64: no bit of the result depends on a single bit alone.
[[nodiscard]] inline std::uint64_t mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9ULL;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBULL;
  return bits ^ (bits >> 31);
}

// Returns a number in (0, 1]; rounding makes it 1 once in 2^53. `stream` has random bits for the
// use.
[[nodiscard]] inline double uniform_by(std::uint64_t mark, std::uint64_t stream) {
  return (static_cast<double>(mixed(mark ^ stream) >> 11) + 0.5) * 0x1.0p-53;
}

}  // namespace sanaq::link
