// Builds the whole site, file by file, from a PublicView.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

struct SiteCount {
  std::int64_t pages = 0, files = 0;
};

// Where the files of a site go. `path` is from the site's root; `inputs` is a hash of everything
// that a page is made from, "" for what is made each time. `write` and `standing` are called by
// several threads at once.
struct SiteFiles {
  // Returns the number of the file that was made from these inputs and stands there already, as
  // whoever asks numbers them; none if it is to be made. Without this function everything is.
  std::function<std::optional<std::size_t>(const std::string& path, const std::string& inputs)>
      standing;
  // Returns the number of every file below a folder ("search/") that was made from these inputs and
  // stands.
  std::function<std::vector<std::size_t>(const std::string& folder, const std::string& inputs)>
      standing_below;
  // Takes the bytes of a file, and returns their SHA-256.
  std::function<std::string(const std::string& path, std::string_view bytes)> write;
  // One of the two is called once for each file of the site, always in the same order: for a file
  // that was made, or by its number for one that stands.
  std::function<void(const std::string& path, const std::string& sha256, const std::string& inputs)>
      add;
  std::function<void(std::size_t number)> keep;
};

// Returns how many pages and files there are. The bytes of each file are always the same.
SiteCount build_site(const PublicView& view, const SiteFiles& files, base::Progress& progress);

// Writes every file, in that order and on the caller's thread.
using WriteFile = std::function<void(const std::string& path, std::string_view bytes)>;
SiteCount build_site(const PublicView& view, const WriteFile& write, base::Progress& progress);

}  // namespace sanaq::pages
