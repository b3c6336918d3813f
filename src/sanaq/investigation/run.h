// Everything that is out of date, to the published site.
#pragma once
#include <functional>
#include <string>

#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {

// Writes the site and gives its digest; it stands above this room, so it is handed in.
using PublishSite = std::function<std::string(const Outcome& outcome, const std::string& site)>;

struct Run {
  // Where every step was up to date no list was read: records, link and persons are empty, the
  // numbers are those of the last run.
  Outcome outcome;
  std::string site;  // its folder
  bool was_up_to_date = false;
};

[[nodiscard]] Run run(const std::string& folder, const PublishSite& publish, const Face& face);

}  // namespace sanaq::investigation
