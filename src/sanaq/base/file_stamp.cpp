#include "sanaq/base/file_stamp.h"

#include <sys/stat.h>

namespace sanaq::base {

namespace {

std::int64_t nanoseconds(const struct timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1000000000 + time.tv_nsec;
}

}  // namespace

std::optional<FileStamp> file_stamp(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return FileStamp{static_cast<std::int64_t>(status.st_size), nanoseconds(status.st_mtim),
                   nanoseconds(status.st_ctim), static_cast<std::uint64_t>(status.st_ino)};
}

}  // namespace sanaq::base
