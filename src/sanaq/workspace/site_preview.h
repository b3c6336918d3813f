// What a publication would open to everybody, worked out without writing anything.
#pragma once
#include <memory>
#include <optional>

#include "sanaq/base/progress.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/publish/publish.h"

namespace sanaq::workspace {

struct SitePreview {
  bool is_being_made = false;
  std::shared_ptr<const publish::Report> report = {};  // nullptr until it is made
  std::string folder = {};                             // of the site, as the settings name it
  std::optional<base::Message> why_not = {};           // no site may be at the place
};

// Throws Error{stopped}; what is wrong with the place stands in why_not.
[[nodiscard]] SitePreview make_preview(const investigation::Outcome& outcome,
                                       base::Progress& progress);

}  // namespace sanaq::workspace
