#include "sanaq/base/overwrite_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "sanaq/base/disk_calls.h"
#include "sanaq/base/files.h"

namespace sanaq::base {
namespace {

void write_zeros(int file) {
  struct stat status {};
  if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return;
  constexpr std::array<char, 4096> zeros{};
  for (auto left = static_cast<std::size_t>(status.st_size); left > 0;) {
    const ssize_t written = disk_write(file, zeros.data(), std::min(left, zeros.size()));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    left -= static_cast<std::size_t>(written);
  }
  (void)disk_sync(file);
}

}  // namespace

void overwrite_and_remove(const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (file >= 0) {
    write_zeros(file);
    ::close(file);
  }
  remove_file(path);
}

}  // namespace sanaq::base
