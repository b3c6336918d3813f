// How much still fits on a disk.
#pragma once
#include <cstdint>
#include <string>

namespace sanaq::base {

struct DiskSpace {
  std::int64_t free = 0, whole = 0;  // bytes; free for this user
};
// Of the disk on which the folder lies. Throws Error{io} or Error{not_found}.
[[nodiscard]] DiskSpace disk_space(const std::string& folder);

}  // namespace sanaq::base
