// Random numbers by a mark (pair_space.h): what is drawn for a record is the same whatever is drawn
// for others.
#pragma once
#include <cstdint>

namespace sanaq::link {

// The finisher of splitmix64: bits of which none depends on one alone.
[[nodiscard]] inline std::uint64_t mixed(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9ULL;
  bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBULL;
  return bits ^ (bits >> 31);
}

// (0, 1), as num::Rng gives it. `stream`: random bits of the use.
[[nodiscard]] inline double uniform_by(std::uint64_t mark, std::uint64_t stream) {
  return (static_cast<double>(mixed(mark ^ stream) >> 11) + 0.5) * 0x1.0p-53;
}

}  // namespace sanaq::link
