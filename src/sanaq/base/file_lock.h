// One writer at a time: a lock that the system releases when its process ends, however it ends.
#pragma once
#include <string>

namespace sanaq::base {

// Waits up to a second for another process, then throws Error{conflict} naming that process and
// what to do.
class FileLock {
 public:
  explicit FileLock(const std::string& path);
  ~FileLock();
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;

 private:
  int file_ = -1;
};

}  // namespace sanaq::base
