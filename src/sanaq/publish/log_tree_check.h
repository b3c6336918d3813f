// Holds the entries and tiles of a log against each other and against the root of its checkpoint.
#pragma once
#include <string>
#include <vector>

#include "sanaq/log/log_checkpoint.h"
#include "sanaq/log/tiles.h"
#include "sanaq/publish/log_report.h"

namespace sanaq::publish {

// `paths`: every file under log/tile/. Adds a finding for each file that is missing, is not what
// the root says, or belongs to no tree up to this size. Where entries and tiles contradict each
// other, the root says which are right; if neither has that root, the checkpoint is named too.
void check_tree(const log::Checkpoint& checkpoint, const log::ReadFile& read_file,
                const std::vector<std::string>& paths, LogReport& report);

}  // namespace sanaq::publish
