#include "sanaq/investigation/investigation.h"

#include "sanaq/investigation/steps.h"

namespace sanaq::investigation {

Outcome ingest_lists(const std::string& folder, const Face& face) {
  Steps steps(folder, face, {});
  steps.ingest();
  return std::move(steps.outcome());
}

Outcome link_records(const std::string& folder, const Face& face, const Adjust& adjust) {
  Steps steps(folder, face, adjust);
  steps.ingest();
  steps.link();
  return std::move(steps.outcome());
}

Outcome estimate_total(const std::string& folder, const Face& face, const Adjust& adjust) {
  Steps steps(folder, face, adjust);
  steps.ingest();
  steps.link();
  steps.estimate();
  return std::move(steps.outcome());
}

}  // namespace sanaq::investigation
