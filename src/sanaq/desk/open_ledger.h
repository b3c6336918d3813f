// The ledger of an investigation opened for writing, as every caller opens it: at the terminal and
// in the workspace.
#pragma once
#include <string>

#include "sanaq/base/progress.h"
#include "sanaq/desk/hears.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::desk {

// What was put right, founded or believed for the first time is heard. A ledger without a secret
// for the addresses (ledger/secrets.h) gets one. Throws Error{not_found} where the folder is no
// investigation, and what ledger::Writer throws.
[[nodiscard]] ledger::Writer open_ledger(const std::string& folder,
                                         const ledger::WriterOptions& options, Hears& hears,
                                         base::Progress& progress);

// What open_ledger() does after it was opened, for callers that open it otherwise: carries out
// erasures, and enters a secret where there is none.
void hear_what_opening_did(ledger::Writer& writer, Hears& hears);

// Removes what a command that was killed left half-written in the folder. Every command that writes
// there begins with it; open_ledger() does it too.
void clear_leftovers(const std::string& folder, Hears& hears, base::Progress& progress);

}  // namespace sanaq::desk
