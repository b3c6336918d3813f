// One writer at a time: a lock that the system releases when its process ends, however it ends.
#pragma once
#include <optional>
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

// Returns the number of the process that holds the lock, "?" where it did not say; nullopt if
// nobody does. Nothing is waited for and nothing written.
[[nodiscard]] std::optional<std::string> lock_holder(const std::string& path);

}  // namespace sanaq::base
