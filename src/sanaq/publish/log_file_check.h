// Holds the files of a site against log/manifest.txt.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/log/log_manifest.h"
#include "sanaq/log/tiles.h"
#include "sanaq/publish/log_report.h"

namespace sanaq::publish {

// Adds a finding for each file that the manifest lists and that is missing or other than listed,
// and for each that stands in the site and that neither manifest nor log knows. `entries`: all of
// the site (base::walk_tree). `report` has the code of the checkpoint and of the files the count.
void check_files(const log::LogManifest& manifest, const log::ReadFile& read_file,
                 const std::vector<base::TreeEntry>& entries, LogReport& report,
                 base::Progress& progress);

}  // namespace sanaq::publish
