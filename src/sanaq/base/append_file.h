// A file that only grows: what was synced stands, and what was cut short can be cut off.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace sanaq::base {

// Made when missing (and its folder entry synced); a link or a pipe there is refused (bad_input).
// All functions throw Error: io or not_found, with the path and what to do.
class AppendFile {
 public:
  explicit AppendFile(std::string path);
  ~AppendFile();
  AppendFile(AppendFile&& other) noexcept;
  AppendFile& operator=(AppendFile&&) = delete;
  // After a throw part of the bytes may stand: cut_to the size before.
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
