// Compares a site with its mark, without following links: what is as it was published, what is not,
// and what nobody published.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/publish/site_mark.h"

namespace sanaq::publish {

enum class FileState {
  whole,
  changed,  // other bytes, or no regular file: a link, a folder
  missing,
};

// Returns the state of a file that the mark lists. If a folder above it is a link, the file is
// missing.
[[nodiscard]] FileState state_of_file(const std::string& site, const std::string& path,
                                      std::string_view sha256);

struct SiteState {
  std::vector<std::string> whole, changed, missing;  // paths that the mark lists, sorted
  // What the mark does not list, sorted. A folder without any listed file is one entry with '/' at
  // its end.
  std::vector<std::string> strangers;
  [[nodiscard]] bool is_whole() const { return changed.empty() && missing.empty(); }
};

// Reads every file of the site. The files that `mark` lists need not exist.
[[nodiscard]] SiteState check_site(const std::string& site, const SiteMark& mark,
                                   base::Progress& progress);

// Returns only the strangers, without reading any file.
[[nodiscard]] std::vector<std::string> strangers_in(const std::string& site, const SiteMark& mark);

// Removes files from a marked site and then rewrites its mark. If it is interrupted, the mark names
// files that are gone, and no file is left that no mark names. Only files that are as they were
// published are removed, with the folders that become empty; files that are gone already are
// removed from the mark. What the mark does not list, or what was changed, is left alone. Returns
// the paths that the mark no longer lists. Throws Error{io}.
std::vector<std::string> remove_from_site(const std::string& site, SiteMark& mark,
                                          const std::vector<std::string>& paths);

}  // namespace sanaq::publish
