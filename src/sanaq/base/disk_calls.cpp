#include "sanaq/base/disk_calls.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>

namespace sanaq::base {
namespace {

DiskFaults planned;
std::atomic<std::int64_t> calls = 0;

bool fails_now() {
  const std::int64_t call = ++calls;
  const bool fails =
      planned.first > 0 && call >= planned.first && call - planned.first < planned.count;
  if (fails && planned.ends_process) ::_exit(137);
  if (fails) errno = planned.error;
  return fails;
}

bool is_free(const char* path) {
  struct stat status {};
  return ::lstat(path, &status) != 0 && errno == ENOENT;
}

}  // namespace

void set_disk_faults(const DiskFaults& faults) {
  planned = faults;
  calls = 0;
}

std::int64_t disk_call_count() { return calls; }

ssize_t disk_write(int file, const void* bytes, std::size_t size) {
  if (fails_now()) {
    if (planned.writes_half_first && ::write(file, bytes, size / 2) < 0) return -1;
    errno = planned.error;
    return -1;
  }
  return ::write(file, bytes, planned.short_writes ? std::min<std::size_t>(size, 7) : size);
}

int disk_sync(int file) {
  if (fails_now()) return -1;
  return planned.skips_sync ? 0 : ::fsync(file);
}
int disk_sync_all(int file) {
  if (fails_now()) return -1;
  return planned.skips_sync ? 0 : ::syncfs(file);
}
int disk_rename(const char* from, const char* to) {
  return fails_now() ? -1 : std::rename(from, to);
}
int disk_truncate(int file, off_t size) { return fails_now() ? -1 : ::ftruncate(file, size); }
int disk_unlink(const char* path) { return fails_now() ? -1 : ::unlink(path); }
int disk_rmdir(const char* path) { return fails_now() ? -1 : ::rmdir(path); }

int disk_move_new(const char* from, const char* to) {
  if (fails_now()) return -1;
  if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
  // exFAT, NTFS and some network disks do not know the flag.
  if (errno != EINVAL && errno != ENOSYS) return -1;
  if (!is_free(to)) {
    errno = EEXIST;
    return -1;
  }
  return std::rename(from, to);
}

int disk_exchange(const char* left, const char* right) {
  return fails_now() ? -1 : ::renameat2(AT_FDCWD, left, AT_FDCWD, right, RENAME_EXCHANGE);
}

}  // namespace sanaq::base
