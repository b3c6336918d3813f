// Checks of documents with their history: when was each one last found to be what it was.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sanaq/ledger/documents.h"
#include "sanaq/ledger/verify_report.h"

namespace sanaq::ledger {

// One check that was entered (a `run` whose verb is `verify`).
struct FixityCheck {
  std::string time;  // of the entry
  std::string by;
  CheckedFiles checked;
  std::map<std::string, std::int64_t> heads;  // writer -> seq: the entries that it had before it
  EntryPlace place;
};

// Damage in the ledger itself: then a check of the files proves nothing and is not entered. A body
// that counts for nothing is none: otherwise whoever writes one could end all checks.
[[nodiscard]] bool ledger_is_damaged(const VerifyReport& report);

// Enters what `report` found. `version` is the program's. The ledger must not be damaged.
Entry record_check(Writer& writer, const VerifyReport& report, const std::string& version,
                   const std::string& by);

[[nodiscard]] std::vector<FixityCheck> fixity_checks(const std::string& investigation);

// What the checks say of a document: of each one that had an entry of it before it.
struct FixityHistory {
  std::string last_good;  // time; empty: never found good by a check that was entered
  std::string last_bad;   // time; empty: never found bad
  std::int64_t checks = 0;
};
[[nodiscard]] FixityHistory history_of(const Document& document,
                                       const std::vector<FixityCheck>& checks);

}  // namespace sanaq::ledger
