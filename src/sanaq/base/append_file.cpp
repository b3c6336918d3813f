#include "sanaq/base/append_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "sanaq/base/disk_calls.h"
#include "sanaq/base/disk_error.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"

namespace sanaq::base {

AppendFile::AppendFile(std::string path) : path_(std::move(path)) {
  const bool is_new = !file_exists(path_);
  expect_no_pipe(path_);
  // Through a link the lines would be put onto somebody's file elsewhere.
  file_ = ::open(path_.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (file_ < 0 && errno == ELOOP)
    throw Error(Kind::bad_input,
                message("{}: this is a symbolic link; put the file itself there", path_));
  if (file_ < 0) throw_disk_error(path_, errno);
  try {
    if (is_new) sync_folder(parent_folder(path_));
  } catch (...) {
    ::close(file_);
    throw;
  }
}

AppendFile::~AppendFile() {
  if (file_ >= 0) ::close(file_);
}

AppendFile::AppendFile(AppendFile&& other) noexcept
    : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)) {}

void AppendFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = disk_write(file_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_disk_error(path_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void AppendFile::sync() {
  if (disk_sync(file_) != 0 && errno != EINVAL) throw_disk_error(path_, errno);
}

void AppendFile::cut_to(std::int64_t size) {
  if (disk_truncate(file_, size) != 0) throw_disk_error(path_, errno);
}

std::int64_t AppendFile::size() const {
  struct stat status {};
  if (::fstat(file_, &status) != 0) throw_disk_error(path_, errno);
  return status.st_size;
}

}  // namespace sanaq::base
