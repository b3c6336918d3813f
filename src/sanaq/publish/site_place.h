// Where a site may be written, and what is there now.
#pragma once
#include <string>

#include "sanaq/investigation/outcome.h"
#include "sanaq/settings/config.h"

namespace sanaq::publish {

enum class NamedBy { settings, user };  // [publish] site, or --out

struct SitePlace {
  std::string investigation;  // its folder
  std::string folder;         // the site's folder; links resolved, no '/' at the end
  std::string shown;          // the folder as it was named
  NamedBy named_by = NamedBy::user;
};

enum class Standing {
  free,      // nothing, or an empty folder
  ours,      // a folder with a mark that can be read
  unmarked,  // a folder that may be a site of ours older than marks
};

// Returns the folder that the settings name, or `out` if it is not empty. Before any work is done
// it throws Error{usage} if the folder is a link or not a folder, is the investigation or contains
// it, is in one of an investigation's own rooms, or has a file that the settings name; if links in
// the settings' place lead out of the investigation; and if the folder is not ours: not empty,
// without a mark, and neither `site` of the settings nor similar to a site.
[[nodiscard]] SitePlace site_place(const std::string& investigation, const settings::Config& config,
                                   const std::string& out);

[[nodiscard]] Standing standing_of(const SitePlace& place);

// Throws the Error{usage} for a folder that is not ours.
[[noreturn]] void throw_strangers_folder(const SitePlace& place);

// Returns the site's path relative to the investigation, or "" if it is elsewhere.
[[nodiscard]] std::string place_in_investigation(const SitePlace& place);

}  // namespace sanaq::publish
