#include "sanaq/investigation/what_stands.h"

#include <utility>

#include "sanaq/investigation/steps.h"

namespace sanaq::investigation {

WhatStands what_stands(const std::string& folder, const Caller& caller) {
  Steps steps(folder, caller, {}, Reuse::valid_unwritten);
  WhatStands stands;
  stands.is_ingested = steps.is_ingested();
  steps.ingest();
  stands.is_linked = steps.recall_link();
  stands.is_estimated = stands.is_linked && steps.recall_estimate();
  stands.outcome = std::move(steps.outcome());
  return stands;
}

RunRecord known_now(const std::string& folder, const Caller& caller) {
  Steps steps(folder, caller, {}, Reuse::valid_unwritten);
  return std::move(static_cast<RunRecord&>(steps.outcome()));
}

}  // namespace sanaq::investigation
