// When a file was last changed, as the disk says it; and setting that.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace sanaq::base {

struct FileTime {
  std::int64_t seconds = 0;      // since 1970, UTC
  std::int64_t nanoseconds = 0;  // beside the seconds
  auto operator<=>(const FileTime&) const = default;
};

// Returns nullopt if nothing is at the path. A link is not followed.
[[nodiscard]] std::optional<FileTime> file_time(const std::string& path);
// Sets when a file or folder was last changed and read. A link is not followed. Throws Error{io}.
void set_file_time(const std::string& path, const FileTime& time);
// Returns 00:00:00 UTC of a day that is written 2026-11-24; nullopt for any other text.
[[nodiscard]] std::optional<FileTime> start_of_day(const std::string& day);

}  // namespace sanaq::base
