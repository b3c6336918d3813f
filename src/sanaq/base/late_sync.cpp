#include "sanaq/base/late_sync.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <functional>
#include <future>
#include <system_error>

#include "sanaq/base/disk_calls.h"
#include "sanaq/base/disk_error.h"
#include "sanaq/base/files.h"

namespace sanaq::base {

class LateSync::Open {
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

namespace {

// A disk takes as many at once in hardly more time than one: each waits for it, not for the
// processor.
constexpr std::size_t syncs_at_once = 8;

// From so many files on the disk is synced as a whole: of fewer, what others write there meanwhile
// would cost more than the files.
constexpr std::size_t files_many = 200;

// Before Linux 5.8 syncfs() was silent about what could not be written.
bool tells_failures() {
  struct utsname system {};
  int major = 0, minor = 0;
  return ::uname(&system) == 0 && std::sscanf(system.release, "%d.%d", &major, &minor) == 2 &&
         (major > 5 || (major == 5 && minor >= 8));
}

// Throws what one of them threw, once none is under way.
void sync_each(const std::vector<std::string>& paths,
               const std::function<void(const std::string&)>& sync) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    try {
      for (std::size_t at = next++; at < paths.size(); at = next++) sync(paths[at]);
    } catch (...) {
      next = paths.size();
      throw;
    }
  };
  std::vector<std::future<void>> others;
  while (others.size() + 1 < std::min(syncs_at_once, paths.size())) {
    try {
      others.push_back(std::async(std::launch::async, work));
    } catch (const std::system_error&) {
      break;  // the system gives no more threads
    }
  }
  others.push_back(std::async(std::launch::deferred, work));
  for (auto other = others.rbegin(); other != others.rend(); ++other) other->get();
}

}  // namespace

// Before the file is: a folder that cannot be made is said first.
void LateSync::make_folder_of(const std::string& path) {
  const std::string folder = parent_folder(path);
  const std::lock_guard lock(alone_);
  files_.push_back(path);
  const auto place = std::lower_bound(folders_.begin(), folders_.end(), folder);
  if (place != folders_.end() && *place == folder) return;
  make_folder(folder);
  folders_.insert(place, folder);
  know_disk_of(folder);
}

void LateSync::write(const std::string& path, std::string_view bytes) {
  make_folder_of(path);
  const Open open(path, O_WRONLY | O_CREAT | O_TRUNC);
  while (!bytes.empty()) {
    const ssize_t written = disk_write(open.file(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_disk_error(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void LateSync::know_disk_of(const std::string& folder) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) throw_disk_error(folder, errno);
  std::shared_ptr<const Open>& disk = disks_[status.st_dev];
  if (!disk) disk = std::make_shared<const Open>(folder, O_RDONLY | O_DIRECTORY);
}

// False where the system or a disk does not know how.
bool LateSync::sync_disks() const {
  if (!tells_failures()) return false;
  for (const auto& [device, disk] : disks_) {
    if (disk_sync_all(disk->file()) == 0) continue;
    if (errno == EINVAL || errno == ENOSYS) return false;
    throw_disk_error(folders_.front(), errno);
  }
  return true;
}

void LateSync::sync() {
  if (files_.size() < files_many || !sync_disks()) {
    sync_each(files_, [](const std::string& path) {
      const Open open(path, O_RDONLY);
      if (disk_sync(open.file()) != 0 && errno != EINVAL) throw_disk_error(path, errno);
    });
    sync_each(folders_, sync_folder);
  }
  files_.clear();
  folders_.clear();
  disks_.clear();
}

}  // namespace sanaq::base
