#include "sanaq/investigation/investigation.h"

#include "sanaq/investigation/steps.h"

namespace sanaq::investigation {

Outcome ingest_lists(const std::string& folder, const Caller& caller) {
  Steps steps(folder, caller, {});
  steps.ingest();
  return std::move(steps.outcome());
}

Outcome link_records(const std::string& folder, const Caller& caller, const Adjust& adjust) {
  Steps steps(folder, caller, adjust);
  steps.ingest();
  steps.link();
  return std::move(steps.outcome());
}

Outcome estimate_total(const std::string& folder, const Caller& caller, const Adjust& adjust) {
  Steps steps(folder, caller, adjust);
  steps.ingest();
  steps.link();
  steps.estimate();
  return std::move(steps.outcome());
}

}  // namespace sanaq::investigation
