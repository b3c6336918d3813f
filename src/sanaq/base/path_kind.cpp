#include "sanaq/base/path_kind.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "sanaq/base/disk_error.h"
#include "sanaq/base/error.h"

namespace sanaq::base {

namespace {

PathKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return PathKind::file;
  if (S_ISDIR(mode)) return PathKind::folder;
  return S_ISLNK(mode) ? PathKind::link : PathKind::other;
}

}  // namespace

PathKind path_kind(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) == 0) return kind_of(status.st_mode);
  if (errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG) return PathKind::nothing;
  throw_disk_error(path, errno);
}

bool is_same_file(const std::string& left, const std::string& right) {
  struct stat one {
  }, two{};
  return ::stat(left.c_str(), &one) == 0 && ::stat(right.c_str(), &two) == 0 &&
         one.st_dev == two.st_dev && one.st_ino == two.st_ino;
}

std::string beginning_of(const std::string& path, std::size_t bytes_max) {
  if (path_kind(path) != PathKind::file) return "";
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (file < 0) throw_disk_error(path, errno);
  std::string bytes(bytes_max, '\0');
  std::size_t size = 0;
  while (size < bytes_max) {
    const ssize_t got = ::read(file, bytes.data() + size, bytes_max - size);
    if (got < 0 && errno == EINTR) continue;
    const int error = errno;
    if (got <= 0) {
      if (got < 0) ::close(file), throw_disk_error(path, error);
      break;
    }
    size += static_cast<std::size_t>(got);
  }
  ::close(file);
  bytes.resize(size);
  return bytes;
}

void expect_no_pipe(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return;
  if (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode)) return;
  throw Error(Kind::bad_input, message("{}: this is a pipe, a device or a socket, not a file; save "
                                       "what it gives as a file and name that",
                                       path));
}

}  // namespace sanaq::base
