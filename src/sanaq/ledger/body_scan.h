// Does a body fit its kind? Decided in one pass over its canonical text, for millions of them.
#pragma once
#include <string_view>

namespace sanaq::ledger {

enum class Fit {
  fits,
  fits_with_more,  // it has fields or words that this version does not know
  misfit,          // it counts for nothing
};

// `body` must be a canonical JSON object (canonical_scan.h). A misfit exactly where body_problem()
// finds one, its slow twin.
[[nodiscard]] Fit fit_of(std::string_view kind, std::string_view body);

}  // namespace sanaq::ledger
