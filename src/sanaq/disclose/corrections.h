// What changed between two publications (docs/formats/facts.md, Corrections). The folder keeps the
// facts that were published last and every correction since the first; both are part of what may
// leave, and go through this gate again at each publication.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/pages/public_view.h"

namespace sanaq::disclose {

// The texts of publication/facts.jsonl, publication/corrections.jsonl and
// publication/intake-keys.txt; "" for a file that is not there.
struct KeptFacts {
  std::string facts, corrections, intake_keys;
};

// Compares the facts of `view` with those that were published last, and puts all corrections into
// `view`. Returns the facts and corrections to keep once the site is published. `public_reason` is
// said of every change of this publication. Nothing is a correction at the first publication.
//
// A fact that is withdrawn, and one that the gate now shows only in part, leaves its text nowhere:
// neither in the new line nor in any earlier one about it. So does one whose statement was taken
// back in the ledger.
//
// Throws Error{corrupt}, naming the line, for a file that is not one of ours.
[[nodiscard]] KeptFacts disclose_corrections(std::string_view facts, std::string_view corrections,
                                             const std::string& day,
                                             const std::string& public_reason,
                                             pages::PublicView& view);

}  // namespace sanaq::disclose
