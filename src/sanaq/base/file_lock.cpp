#include "sanaq/base/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <utility>

#include "sanaq/base/disk_error.h"
#include "sanaq/base/error.h"

namespace sanaq::base {
namespace {

std::string holder(int file) {
  char text[32];
  const ssize_t size = ::pread(file, text, sizeof text, 0);
  const std::string_view number(text, size > 0 ? static_cast<std::size_t>(size) : 0);
  return number.empty() ? "?" : std::string(number.substr(0, number.find('\n')));
}

}  // namespace

FileLock::FileLock(const std::string& path)
    : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644)) {
  // Through a link the number below would be written over somebody's file.
  if (file_ < 0 && errno == ELOOP)
    throw Error(Kind::bad_input,
                message("{}: this is a symbolic link; put the file itself there", path));
  if (file_ < 0) throw_disk_error(path, errno);
  for (int attempt = 0; ::flock(file_, LOCK_EX | LOCK_NB) != 0; ++attempt) {
    const int error = errno;
    if ((error == EWOULDBLOCK || error == EINTR) && attempt < 20) {
      ::usleep(50'000);
      continue;
    }
    const std::string other = holder(file_);
    ::close(file_);
    if (error != EWOULDBLOCK) throw_disk_error(path, error);
    throw Error(Kind::conflict,
                message("{}: another sanaq (process {}) is writing here; wait until it has ended "
                        "and run this again, nothing was changed",
                        path, other));
  }
  // Who holds it is only for the message above; a disk that refuses these bytes does not weaken the
  // lock.
  const std::string mine = std::to_string(::getpid()) + "\n";
  if (::ftruncate(file_, 0) == 0 && ::pwrite(file_, mine.data(), mine.size(), 0) < 0) errno = 0;
}

FileLock::~FileLock() {
  if (file_ >= 0) ::close(file_);
}

FileLock::FileLock(FileLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

std::optional<std::string> lock_holder(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (file < 0) return std::nullopt;
  const bool is_held = ::flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  std::optional<std::string> other;
  if (is_held) other = holder(file);
  ::close(file);
  return other;
}

}  // namespace sanaq::base
