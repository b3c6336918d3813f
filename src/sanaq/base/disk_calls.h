// The calls that change the disk, in one place, so that a test can make any one of them fail.
#pragma once
#include <sys/types.h>

#include <cstddef>
#include <cstdint>

namespace sanaq::base {

// Which calls fail, counted from 1 since set_disk_faults. Only tests set this.
struct DiskFaults {
  std::int64_t first = 0;          // 0: none fails
  std::int64_t count = 1;          // how many in a row fail
  int error = 5;                   // errno of a failed call (5 is EIO, 28 is ENOSPC)
  bool writes_half_first = false;  // a failing write has put half of its bytes on the disk
  // Every write that does not fail takes at most 7 bytes, as a pipe or a signal may make it.
  bool short_writes = false;
  bool skips_sync = false;    // a sync that does not fail does nothing: many short runs are quick
  bool ends_process = false;  // instead of failing, the call ends the process at once, as kill -9
};
void set_disk_faults(const DiskFaults& faults);
[[nodiscard]] std::int64_t disk_call_count();  // since set_disk_faults

// These do what the system's functions of the same names do: they return -1 and set errno on
// failure.
[[nodiscard]] ssize_t disk_write(int file, const void* bytes, std::size_t size);
[[nodiscard]] int disk_sync(int file);
// Syncs the whole disk on which the file lies (syncfs).
[[nodiscard]] int disk_sync_all(int file);
[[nodiscard]] int disk_rename(const char* from, const char* to);
[[nodiscard]] int disk_truncate(int file, off_t size);
[[nodiscard]] int disk_unlink(const char* path);
[[nodiscard]] int disk_rmdir(const char* path);
// Renames only if nothing stands at `to`; fails with EEXIST otherwise.
[[nodiscard]] int disk_move_new(const char* from, const char* to);
// Exchanges the two in one step; fails with EINVAL if the file system cannot do it.
[[nodiscard]] int disk_exchange(const char* left, const char* right);

}  // namespace sanaq::base
