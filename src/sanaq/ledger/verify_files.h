// The check of the files that the ledger vouches for: documents, versions of lists and tables, the
// maps between a list's versions; part of verify.
#pragma once
#include <functional>
#include <string>

#include "sanaq/base/progress.h"
#include "sanaq/ledger/verify_chain.h"
#include "sanaq/ledger/verify_report.h"

namespace sanaq::ledger {

// `counts`: is this entry one that readers believe?
void check_files(const std::string& investigation, const Claims& claims,
                 const std::function<bool(const EntryPlace&)>& counts, VerifyReport& report,
                 base::Progress& progress);

// A ledger without a line beside files that only a ledger enters: somebody took it away. Gives
// whether it is so, and says it.
bool check_emptied(const std::string& investigation, VerifyReport& report);

}  // namespace sanaq::ledger
