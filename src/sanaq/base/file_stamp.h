// What a disk says of a file without reading it, by which one that nobody touched is known again.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace sanaq::base {

// Whoever changes a file changes one of these, unless he takes pains not to: then its hash tells.
struct FileStamp {
  std::int64_t size = 0;                  // bytes
  std::int64_t changed = 0, renewed = 0;  // nanoseconds since 1970: of the bytes, of the file
  std::uint64_t number = 0;               // of the file on its disk
  bool operator==(const FileStamp&) const = default;
};

// Returns nullopt if nothing is there, or no regular file. A link is not followed.
[[nodiscard]] std::optional<FileStamp> file_stamp(const std::string& path);

}  // namespace sanaq::base
