// What lies below a folder, without following a symbolic link there.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/path_kind.h"

namespace sanaq::base {

// The path is `folder` or lies somewhere in it, once links and `..` are resolved; by the folder's
// identity, so also where the disk spells it otherwise. Neither need exist.
[[nodiscard]] bool is_within(const std::string& path, const std::string& folder);

struct TreeEntry {
  std::string path;  // below the folder, with '/'
  PathKind kind = PathKind::nothing;
};
// Everything below a folder, sorted by bytes, each folder before what is in it. Links are listed
// and not followed.
[[nodiscard]] std::vector<TreeEntry> walk_tree(const std::string& folder);

}  // namespace sanaq::base
