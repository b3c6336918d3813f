// Holds a published site against its own log, from its files alone: files against the manifest,
// manifest against the tree, tree against the checkpoint, openings against the leaves.
#pragma once
#include <string>

#include "sanaq/base/progress.h"
#include "sanaq/publish/log_report.h"
#include "sanaq/publish/log_site.h"

namespace sanaq::publish {

struct CheckedLog {
  SeenLog seen;  // empty where the checkpoint cannot be read
  LogReport report;
};

// Every place that is not as it was published is named. Nothing is written.
[[nodiscard]] CheckedLog verify_log(const std::string& site, base::Progress& progress);

}  // namespace sanaq::publish
