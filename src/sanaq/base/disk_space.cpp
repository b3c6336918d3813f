#include "sanaq/base/disk_space.h"

#include <sys/statvfs.h>

#include <cerrno>

#include "sanaq/base/disk_error.h"

namespace sanaq::base {

DiskSpace disk_space(const std::string& folder) {
  struct statvfs status {};
  if (::statvfs(folder.c_str(), &status) != 0) throw_disk_error(folder, errno);
  const auto block = static_cast<std::int64_t>(status.f_frsize);
  return {static_cast<std::int64_t>(status.f_bavail) * block,
          static_cast<std::int64_t>(status.f_blocks) * block};
}

}  // namespace sanaq::base
