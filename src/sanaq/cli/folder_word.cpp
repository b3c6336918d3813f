#include "sanaq/cli/folder_word.h"

#include "sanaq/base/files.h"

namespace sanaq::cli {

std::string take_folder(std::vector<std::string>& words, std::size_t others_max) {
  if (words.empty()) return ".";
  const bool is_folder = !words.front().empty() && base::folder_exists(words.front());
  if (words.size() <= others_max && !is_folder) return ".";
  std::string folder = words.front();
  words.erase(words.begin());
  return folder;
}

}  // namespace sanaq::cli
