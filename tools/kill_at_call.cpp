// A library to be loaded before the program (LD_PRELOAD): kills it, as kill -9 does, at the n-th
// call that changes the disk. So tools/kill-study reaches every point of a command, however quick
// it is.
//
//   KILL_AT_CALL=12     before the twelfth such call
//   KILL_AFTER_HALF=1   a write has put half of its bytes there first
//   KILL_COUNT_FILE=F   at a regular end the number of calls is written to F
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#include <atomic>

namespace {

std::atomic<long> calls{0};

long number_in(const char* name) {
  const char* text = getenv(name);
  return text == nullptr ? 0 : atol(text);
}

bool is_the_last() {
  static const long at = number_in("KILL_AT_CALL");
  return ++calls == at;
}

[[noreturn]] void die() {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

void pass() {
  if (is_the_last()) die();
}

struct CountAtEnd {
  ~CountAtEnd() {
    const char* path = getenv("KILL_COUNT_FILE");
    if (path == nullptr) return;
    char text[32];
    const int size = snprintf(text, sizeof text, "%ld\n", calls.load());
    const long file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0 || syscall(SYS_write, file, text, size) < 0) return;
    syscall(SYS_close, file);
  }
} count_at_end;

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
  if (is_the_last()) {
    if (number_in("KILL_AFTER_HALF") != 0 && syscall(SYS_write, file, bytes, size / 2) < 0) die();
    die();
  }
  return syscall(SYS_write, file, bytes, size);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  pass();
  return syscall(SYS_pwrite64, file, bytes, size, at);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  pass();
  return syscall(SYS_pwrite64, file, bytes, size, at);
}

// Nobody pulls the plug here: what was written stays written, and a sync would only take time.
int fsync(int) {
  pass();
  return 0;
}

int fdatasync(int) {
  pass();
  return 0;
}

int syncfs(int) {
  pass();
  return 0;
}

int rename(const char* from, const char* to) {
  pass();
  return static_cast<int>(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) {
  pass();
  return static_cast<int>(syscall(SYS_renameat2, from_folder, from, to_folder, to, flags));
}

int unlink(const char* path) {
  pass();
  return static_cast<int>(syscall(SYS_unlinkat, AT_FDCWD, path, 0));
}

int unlinkat(int folder, const char* path, int flags) {
  pass();
  return static_cast<int>(syscall(SYS_unlinkat, folder, path, flags));
}

int rmdir(const char* path) {
  pass();
  return static_cast<int>(syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR));
}

int mkdir(const char* path, mode_t mode) {
  pass();
  return static_cast<int>(syscall(SYS_mkdirat, AT_FDCWD, path, mode));
}

int ftruncate64(int file, off64_t size) {
  pass();
  return static_cast<int>(syscall(SYS_ftruncate, file, size));
}

int ftruncate(int file, off_t size) {
  pass();
  return static_cast<int>(syscall(SYS_ftruncate, file, size));
}

int remove(const char* path) {
  pass();
  if (syscall(SYS_unlinkat, AT_FDCWD, path, 0) == 0) return 0;
  return static_cast<int>(syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR));
}

// A file that is made or emptied changes the disk as well.
int open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if ((flags & (O_CREAT | O_TRUNC)) != 0) pass();
  return static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

int open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if ((flags & (O_CREAT | O_TRUNC)) != 0) pass();
  return static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

}  // extern "C"
