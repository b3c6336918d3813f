// A whole investigation once more, in another folder: lists, evidence, ledger, decisions, site. The
// keys are not in it, since they lie outside; what .sanaq/ holds is made anew when it is needed.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/base/progress.h"

namespace sanaq::investigation {

struct Copied {
  std::int64_t files = 0, bytes = 0;
  std::vector<std::string> left_out;  // links, pipes and devices: their paths in the investigation
};

// Throws Error{usage} if `to` cannot become a folder of the copy: something stands there, or it
// lies in an investigation, this one or another; Error{not_found} if `folder` is no investigation.
void expect_place_of_copy(const std::string& folder, const std::string& to);

// `to` appears whole or not at all. Throws Error{conflict} while somebody writes into the ledger,
// Error{io} where the disk is full, and what expect_place_of_copy() throws.
[[nodiscard]] Copied copy_investigation(const std::string& folder, const std::string& to,
                                        base::Progress& progress);

}  // namespace sanaq::investigation
