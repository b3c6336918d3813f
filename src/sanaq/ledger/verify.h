// Checks whether the ledger, and everything it vouches for, is still what it was, and names every
// place where it is not.
#pragma once
#include <optional>
#include <string>

#include "sanaq/base/progress.h"
#include "sanaq/ledger/verify_report.h"

namespace sanaq::ledger {

struct VerifyOptions {
  bool checks_files = true;            // whether evidence, versions and maps are read as well
  std::optional<std::string> against;  // the code of a checkpoint to compare with
  bool checks_signatures = false;      // of every line; else only those that something rests on
};

// Reads everything under ledger/ and each file that it vouches for. Throws Error{not_found} if
// there is no ledger and never was one, and Error{usage} if `against` is not a checkpoint's code.
[[nodiscard]] VerifyReport verify(const std::string& investigation, const VerifyOptions& options,
                                  base::Progress& progress);

}  // namespace sanaq::ledger
