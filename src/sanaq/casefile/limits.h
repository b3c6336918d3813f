// Limits on the files of the case file; a table also has the limits of tables/limits.h. A file
// beyond them is refused with a message, or a line is reported and left out.
#pragma once
#include <cstddef>

namespace sanaq::casefile {

// For FollowTheMoney, one entity on each line: bytes of the file and of a line, and how deeply a
// line may be nested (an entity is nested three deep). All entities are in memory, at some ten
// times their bytes.
inline constexpr std::size_t json_file_bytes_max = std::size_t{32} << 20;
inline constexpr std::size_t json_line_bytes_max = std::size_t{4} << 20;
inline constexpr std::size_t json_depth_max = 64;

// A table is held in memory as a whole: bytes of its cells, including those of an empty cell.
inline constexpr std::size_t table_bytes_max = std::size_t{256} << 20;

}  // namespace sanaq::casefile
