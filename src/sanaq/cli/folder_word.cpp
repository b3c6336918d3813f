#include "sanaq/cli/folder_word.h"

#include "sanaq/base/files.h"
#include "sanaq/settings/config.h"

namespace sanaq::cli {

std::string take_folder(std::vector<std::string>& words, std::size_t others_max) {
  if (words.empty()) return ".";
  const std::string settings = base::join(words.front(), std::string(settings::settings_file));
  if (words.size() <= others_max && !(!words.front().empty() && base::file_exists(settings)))
    return ".";
  std::string folder = words.front();
  words.erase(words.begin());
  return folder;
}

}  // namespace sanaq::cli
