#include "sanaq/base/left_files.h"

#include <algorithm>
#include <string_view>

#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/system.h"

namespace sanaq::base {
namespace {

constexpr std::string_view mark = ".unfinished-";

// Who wrote it may still be at it.
bool is_of_ended_process(std::string_view digits) {
  const bool is_number = !digits.empty() && digits.size() <= 10 &&
                         std::all_of(digits.begin(), digits.end(),
                                     [](char letter) { return letter >= '0' && letter <= '9'; });
  if (!is_number) return false;
  const std::int64_t process = std::stoll(std::string(digits));
  return process == process_id() || !is_process_alive(process);
}

}  // namespace

std::vector<LeftFile> left_files(const std::string& folder) {
  std::vector<LeftFile> left;
  if (path_kind(folder) != PathKind::folder) return left;
  for (const std::string& name : list_folder(folder)) {
    const std::size_t at = name.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    if (!is_of_ended_process(std::string_view(name).substr(at + mark.size()))) continue;
    if (path_kind(join(folder, name)) == PathKind::file) left.push_back({name, name.substr(0, at)});
  }
  return left;
}

std::vector<std::string> remove_left_files_of(const std::string& path) {
  const std::string folder = parent_folder(path);
  std::vector<std::string> removed;
  for (const LeftFile& file : left_files(folder.empty() ? "." : folder)) {
    if (file.target != file_name(path)) continue;
    removed.push_back(join(folder, file.name));
    remove_file(removed.back());
  }
  return removed;
}

}  // namespace sanaq::base
