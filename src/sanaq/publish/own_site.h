// Checks the sites that an investigation has in its own folder against its ledger.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/ledger/verify_report.h"

namespace sanaq::publish {

// Compares each site's mark with the newest publication at that place, and every file with the
// mark. Paths are relative to the investigation. It is damage if no publication has the mark, the
// mark cannot be read, or a file is changed or missing; a warning if the publication is not the
// newest or the site was never entered; a note if there is no site where one was published, or a
// file that nobody published.
[[nodiscard]] std::vector<ledger::Finding> verify_own_sites(const std::string& investigation,
                                                            base::Progress& progress);

}  // namespace sanaq::publish
