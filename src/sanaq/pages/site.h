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

// Calls `write` once for each file, with its path from the site's root, always in the same order
// and with the same bytes. Returns how many pages and files there are.
using WriteFile = std::function<void(const std::string& path, std::string_view bytes)>;
SiteCount build_site(const PublicView& view, const WriteFile& write, base::Progress& progress);

}  // namespace sanaq::pages
