// A file that only grows: what was synced stays, and what was written only in part can be cut off.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace sanaq::base {

// The file is made if it is missing, and its folder is then synced. A symbolic link or a pipe at
// the path is refused with Error{bad_input}. All functions throw Error{io} or Error{not_found},
// with the path and what to do.
class AppendFile {
 public:
  explicit AppendFile(std::string path);
  ~AppendFile();
  AppendFile(AppendFile&& other) noexcept;
  AppendFile& operator=(AppendFile&&) = delete;
  // If it throws, part of the bytes may have been written: call cut_to with the size before.
  void append(std::string_view bytes);
  void sync();  // when it returns, everything appended survives a loss of power
  void cut_to(std::int64_t size);
  [[nodiscard]] std::int64_t size() const;  // bytes
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  int file_ = -1;
};

}  // namespace sanaq::base
