// What lies below a folder, without following a symbolic link there.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/path_kind.h"

namespace sanaq::base {

// Returns true if `path` is `folder` or lies somewhere in it, once links and `..` are resolved.
// Folders are compared by identity, so a spelling that the file system takes for the same does not
// matter. Neither path need exist.
[[nodiscard]] bool is_within(const std::string& path, const std::string& folder);

struct TreeEntry {
  std::string path;  // below the folder, with '/'
  PathKind kind = PathKind::nothing;
};
// Returns everything below a folder, sorted by bytes, each folder before what is in it. Symbolic
// links are listed and not followed.
[[nodiscard]] std::vector<TreeEntry> walk_tree(const std::string& folder);

}  // namespace sanaq::base
