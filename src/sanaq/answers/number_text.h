// The number of a run, as text for the screen.
#pragma once
#include <string>

#include "sanaq/investigation/outcome.h"

namespace sanaq::answers {

// Returns the documented and the estimated number, with and without the records that have no name,
// and the true number of invented data if it is known.
[[nodiscard]] std::string number_text(const investigation::Outcome& outcome,
                                      const base::Catalog& catalog);

}  // namespace sanaq::answers
