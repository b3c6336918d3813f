#include "sanaq/workspace/site_preview.h"

#include "sanaq/base/error.h"

namespace sanaq::workspace {

SitePreview make_preview(const investigation::Outcome& outcome, base::Progress& progress) {
  SitePreview preview;
  try {
    const publish::SitePlace place = publish::site_place(outcome.folder, outcome.config, "");
    preview.folder = place.folder;
    preview.report =
        std::make_shared<const publish::Report>(publish::preview(outcome, place, progress));
  } catch (const base::Error& error) {
    if (error.kind() == base::Kind::stopped) throw;
    preview.why_not = error.message();
  }
  return preview;
}

}  // namespace sanaq::workspace
