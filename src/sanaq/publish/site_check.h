// A site held against its mark, without following a link: what is as it was published, what is not,
// and what nobody published.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/publish/site_mark.h"

namespace sanaq::publish {

enum class FileState {
  whole,
  changed,  // other bytes, or no regular file: a link, a folder
  missing,
};

// A file that the mark lists. A link above it counts as what it is: the file is missing.
[[nodiscard]] FileState state_of_file(const std::string& site, const std::string& path,
                                      const std::string& sha256);

struct SiteState {
  std::vector<std::string> whole, changed, missing;  // paths that the mark lists, sorted
  // What the mark does not list, sorted; of a folder without any listed file the folder alone, with
  // a '/' at its end.
  std::vector<std::string> strangers;
  [[nodiscard]] bool is_whole() const { return changed.empty() && missing.empty(); }
};

// Reads every file of the site. Nothing of `mark` need be there.
[[nodiscard]] SiteState check_site(const std::string& site, const SiteMark& mark,
                                   base::Progress& progress);

// The same of the strangers alone, without reading any file.
[[nodiscard]] std::vector<std::string> strangers_in(const std::string& site, const SiteMark& mark);

// Takes files out of a marked site and rewrites its mark, files first: what is cut short leaves a
// mark that names what is gone, never a file that nobody claims. Only files that are as they were
// published go, with the folders that become empty, and of those that are gone already the line
// goes; what the mark does not list or what stands there changed is left alone. Gives the paths
// that the mark no longer lists. Throws Error{io}.
std::vector<std::string> remove_from_site(const std::string& site, SiteMark& mark,
                                        const std::vector<std::string>& paths);

}  // namespace sanaq::publish
