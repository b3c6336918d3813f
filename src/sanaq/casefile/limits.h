// What a file of the case file may hold, all in one place; a table has the limits of
// tables/limits.h as well. Beyond them a file is refused in words, or a line is reported and left
// out.
#pragma once
#include <cstddef>

namespace sanaq::casefile {

// FollowTheMoney, one entity a line: bytes of the file and of a line, and how deep a line is nested
// (an entity is nested three deep). All entities are in memory, at some ten times their bytes.
inline constexpr std::size_t json_file_bytes_max = std::size_t{32} << 20;
inline constexpr std::size_t json_line_bytes_max = std::size_t{4} << 20;
inline constexpr std::size_t json_depth_max = 64;

// A table is held whole: bytes of its cells, those of an empty cell included.
inline constexpr std::size_t table_bytes_max = std::size_t{256} << 20;

}  // namespace sanaq::casefile
