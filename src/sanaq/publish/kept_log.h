// The public log in the folder (publication/leaves and publication/openings/), when folders are
// merged and when they are verified.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/ledger/verify_report.h"

namespace sanaq::publish {

// Takes over another office's log where it continues the one that is here, and returns what was
// done or was not taken. The other's ledger was merged before: throws Error{conflict} if its newest
// publication is not that of the other's log.
[[nodiscard]] std::vector<base::Message> merge_kept_log(const std::string& investigation,
                                                        const std::string& other);

// Holds the log against the publications of the ledger.
[[nodiscard]] std::vector<ledger::Finding> verify_kept_log(const std::string& investigation);

}  // namespace sanaq::publish
