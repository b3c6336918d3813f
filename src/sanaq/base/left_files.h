// The files that write_file_whole left behind when its process was killed:
// NAME.unfinished-PROCESS beside NAME.
#pragma once
#include <string>
#include <vector>

namespace sanaq::base {

struct LeftFile {
  std::string name;  // "a.csv.unfinished-4711"
  // "a.csv", the file that was being written. Only the caller knows whether sanaq writes such a
  // file in this folder.
  std::string target;
};

// Returns the regular files with such a name whose process has ended (or is this one), sorted.
// Returns none if the folder does not exist or is a symbolic link. Throws Error{io}.
[[nodiscard]] std::vector<LeftFile> left_files(const std::string& folder);

// Removes those left of `path`, a file that is about to be written, and returns their paths.
std::vector<std::string> remove_left_files_of(const std::string& path);

}  // namespace sanaq::base
