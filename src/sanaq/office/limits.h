// What a zipped office file may hold, all in one place. Beyond it a file is refused in words,
// before its bytes are unpacked or while they are.
//
// What a spreadsheet program can write passes: a sheet of 1,048,576 rows by 20 columns unpacks to
// about 1 GiB, and packs some 20 times smaller when its cells differ, some 40 times when they are
// all the same.
#pragma once
#include <cstddef>
#include <cstdint>

namespace sanaq::office {

// As many parts as a zip holds without its 64-bit form. A workbook has two or three a sheet.
inline constexpr std::uint64_t parts_max = 65'535;

// Bytes of all parts, unpacked. Up to `unpacked_freely` nobody asks how small they were packed;
// beyond it, more than `ratio_max` times the bytes of the file are no document.
inline constexpr std::uint64_t unpacked_bytes_max = std::uint64_t{8} << 30;
inline constexpr std::uint64_t unpacked_freely = std::uint64_t{512} << 20;
inline constexpr std::uint64_t ratio_max = 100;

// What one XML part may hold. `markup` is a tag with its attributes, or a comment; `text` what
// stands between two tags. Bytes.
struct XmlLimits {
  std::size_t depth = 0;
  std::size_t attributes = 0;  // of one element
  std::size_t markup = 0;
  std::size_t text = 0;
  std::size_t nodes = 0;  // elements, attributes and texts, where all are held; 0: any number
};

// A cell of Excel has 32,767 letters; its sheets are nested some ten deep.
inline constexpr XmlLimits sheet_limits = {256, 1000, std::size_t{1} << 20, std::size_t{1} << 20};

// Texts nest tables in tables, and hold pictures as text in an attribute (SVG). pugixml removes a
// node with all below it by recursion, which the depth bounds, and takes some 70 bytes a node: a
// book of a thousand pages has a million.
inline constexpr XmlLimits document_limits = {2000, 1000, std::size_t{64} << 20,
                                              std::size_t{64} << 20, 4'000'000};

}  // namespace sanaq::office
