#include "sanaq/base/late_sync.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "sanaq/base/disk_calls.h"
#include "sanaq/base/files.h"

namespace sanaq::base {
namespace {

class Open {
 public:
  Open(const std::string& path, int flags) : file_(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {
    if (file_ < 0) throw_disk_error(path, errno);
  }
  ~Open() { ::close(file_); }
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;
  [[nodiscard]] int file() const { return file_; }

 private:
  int file_;
};

}  // namespace

void LateSync::write(const std::string& path, std::string_view bytes) {
  const std::string folder = parent_folder(path);
  const auto place = std::lower_bound(folders_.begin(), folders_.end(), folder);
  if (place == folders_.end() || *place != folder) {
    make_folder(folder);
    folders_.insert(place, folder);
  }
  const Open open(path, O_WRONLY | O_CREAT | O_TRUNC);
  while (!bytes.empty()) {
    const ssize_t written = disk_write(open.file(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_disk_error(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  files_.push_back(path);
}

void LateSync::sync() {
  for (const std::string& path : files_) {
    const Open open(path, O_RDONLY);
    if (disk_sync(open.file()) != 0 && errno != EINVAL) throw_disk_error(path, errno);
  }
  for (const std::string& folder : folders_) sync_folder(folder);
  files_.clear();
  folders_.clear();
}

}  // namespace sanaq::base
