// Who calls the verbs of an investigation, and what he may change for one call.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/base/progress.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {

// Who asks: progress and stop, the language of what is written for people, and what is allowed.
struct Caller {
  base::Progress& progress;
  const base::Catalog& catalog;
  // Folders outside the investigation in which files that its settings name may be read.
  std::vector<std::string> allow_outside = {};
};

// Changes settings for one call, as flags on the command line do.
using Adjust = std::function<void(settings::Config&)>;

}  // namespace sanaq::investigation
