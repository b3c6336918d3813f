// The sites that an investigation has in its own folder, held against what its ledger says.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::publish {

// Each site's mark against the newest publication of that place, and every file against the mark.
// Paths are below the investigation. Damage: a mark that no publication has or that cannot be read,
// a file that is changed or missing. Warning: an older publication than the newest, a site that was
// never entered. Note: no site where one was published, a file that nobody published.
[[nodiscard]] std::vector<ledger::Finding> verify_own_sites(const std::string& investigation,
                                                            base::Progress& progress);

}  // namespace sanaq::publish
