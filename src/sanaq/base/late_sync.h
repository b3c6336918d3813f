// Writes many files first and syncs them together, which is far quicker than a sync after each.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::base {

// For a folder that counts only once it is whole (WholeFolder): until sync() has returned, nothing
// in it is sure to survive a loss of power. All functions throw Error{io} with the path.
class LateSync {
 public:
  void write(const std::string& path, std::string_view bytes);  // its folders are made as needed
  void sync();

 private:
  std::vector<std::string> files_;
  std::vector<std::string> folders_;  // sorted, distinct
};

}  // namespace sanaq::base
