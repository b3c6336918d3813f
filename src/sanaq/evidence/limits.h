// What a zipped piece of evidence may unpack to, all in one place; its XML has the limits of
// office/limits.h. Beyond them it is stored as it came, and what it says of itself is not read.
#pragma once
#include <cstdint>

namespace sanaq::evidence {

// All parts are held in memory. Photographs hardly pack, and XML packs some ten times: beyond
// `unpacked_freely` more than `ratio_max` times the bytes of the file are no document.
inline constexpr std::uint64_t unpacked_bytes_max = std::uint64_t{1} << 30;
inline constexpr std::uint64_t unpacked_freely = std::uint64_t{128} << 20;
inline constexpr std::uint64_t ratio_max = 20;

// The packet of metadata in a PDF (XMP), unpacked; such packets have some kilobytes.
inline constexpr std::uint64_t packet_bytes_max = std::uint64_t{16} << 20;

}  // namespace sanaq::evidence
