// What write_file_whole left of a process that was killed: NAME.unfinished-PROCESS beside NAME.
#pragma once
#include <string>
#include <vector>

namespace sanaq::base {

struct LeftFile {
  std::string name;  // "a.csv.unfinished-4711"
  // "a.csv": what was being written. Whether sanaq writes such a file in this folder, only the
  // caller knows.
  std::string target;
};

// Regular files of that name whose process has ended (or is this one), sorted; none in a folder
// that is not there or is a link. Throws Error{io}.
[[nodiscard]] std::vector<LeftFile> left_files(const std::string& folder);

// Removes those of `path`, a file that is about to be written, and gives their paths.
std::vector<std::string> remove_left_files_of(const std::string& path);

}  // namespace sanaq::base
