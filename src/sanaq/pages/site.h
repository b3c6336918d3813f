// Builds the whole site, file by file, from a PublicView.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "sanaq/base/progress.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

struct SiteCount {
  std::int64_t pages = 0, files = 0;
};

// Where the files of a site go. `path` is from the site's root, `inputs` a hash of everything that
// a page is made from; it is "" for what is made each time.
struct SiteFiles {
  // Returns true if the page that was made from these inputs stands there already. Asked before a
  // page is made, by several threads at once. Without it everything is made.
  std::function<bool(const std::string& path, const std::string& inputs)> stands;
  std::function<void(const std::string& path, const std::string& inputs)> keep;
  std::function<void(const std::string& path, std::string_view bytes, const std::string& inputs)>
      write;
};

// Calls `write` once for each file, or `keep` for one that stands, always in the same order and
// with the same bytes. Returns how many pages and files there are.
SiteCount build_site(const PublicView& view, const SiteFiles& files, base::Progress& progress);

// Writes every file.
using WriteFile = std::function<void(const std::string& path, std::string_view bytes)>;
SiteCount build_site(const PublicView& view, const WriteFile& write, base::Progress& progress);

}  // namespace sanaq::pages
