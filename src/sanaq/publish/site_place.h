// Where a site may stand, and what stands there now.
#pragma once
#include <string>

#include "sanaq/investigation/outcome.h"
#include "sanaq/settings/config.h"

namespace sanaq::publish {

enum class NamedBy { settings, user };  // [publish] site, or --out

struct SitePlace {
  std::string investigation;  // its folder
  std::string folder;         // of the site; links resolved, no '/' at the end
  std::string shown;          // as it was named
  NamedBy named_by = NamedBy::user;
};

enum class Standing {
  free,      // nothing, or an empty folder
  ours,      // a folder with a mark that can be read
  unmarked,  // a folder that may be a site of ours from before there were marks
};

// The folder that the settings name, or `out` where that is not empty. Throws Error before any
// work: usage where it is a link or no folder, is the investigation or lies above it, lies in one
// of an investigation's own rooms, or has a file that the settings name; where the settings name a
// place that links lead out of the investigation; and where it is a stranger's folder: not empty,
// without a mark, and neither `site` of the settings nor like a site at all.
[[nodiscard]] SitePlace site_place(const std::string& investigation, const settings::Config& config,
                                   const std::string& out);

[[nodiscard]] Standing standing_of(const SitePlace& place);

// The refusal of a stranger's folder.
[[noreturn]] void throw_strangers_folder(const SitePlace& place);

// Below the investigation; empty where the site stands elsewhere.
[[nodiscard]] std::string place_in_investigation(const SitePlace& place);

}  // namespace sanaq::publish
