#include "sanaq/base/walk_tree.h"

#include <filesystem>

#include "sanaq/base/files.h"

namespace sanaq::base {
namespace {

namespace fs = std::filesystem;

void walk_into(const std::string& root, const std::string& below, std::vector<TreeEntry>& found) {
  for (const std::string& name : list_folder(join(root, below))) {
    const std::string path = below.empty() ? name : below + "/" + name;
    const PathKind kind = path_kind(join(root, path));
    found.push_back({path, kind});
    if (kind == PathKind::folder) walk_into(root, path, found);
  }
}

}  // namespace

bool is_within(const std::string& path, const std::string& folder) {
  const std::string place = absolute_path(folder);
  for (fs::path above = absolute_path(path);; above = above.parent_path()) {
    if (above.string() == place || is_same_file(above.string(), place)) return true;
    if (above == above.parent_path()) return false;
  }
}

std::vector<TreeEntry> walk_tree(const std::string& folder) {
  std::vector<TreeEntry> found;
  walk_into(folder, "", found);
  return found;
}

}  // namespace sanaq::base
