// The signatures of single lines; part of verify. The last line of every chain was checked already,
// and vouches for all before it.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "sanaq/base/progress.h"
#include "sanaq/ledger/facts.h"
#include "sanaq/ledger/verify_report.h"

namespace sanaq::ledger {

using LinesLeanedOn = std::map<std::string, std::set<std::int64_t>>;  // writer -> seqs

// Names each signed line within its chain's authentic part whose own signature does not hold, of
// those that are leaned on or of all. All of them go to every processor; each costs some 50
// microseconds.
void check_signatures(const std::string& investigation, const FolderFacts& folder,
                      const LinesLeanedOn& lines, bool checks_all, VerifyReport& report,
                      base::Progress& progress);

}  // namespace sanaq::ledger
