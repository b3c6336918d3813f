// The step `estimate`: from the register to the number.
#pragma once
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/link/options.h"
#include "sanaq/persons/register.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {

// What may have counted somebody who is nobody, and what reviewers decided.
struct CountedBeside {
  std::set<std::string> suspected;  // names that may be nobody's
  std::vector<link::Decision> decisions;
};

// Returns how many there are: documented, and by the estimate over the sampled registers; or why
// there is no estimate, and why a careful person would not quote it. `meanwhile` is called once the
// number is known, while what is shown beside it may still be worked out; it is not called if
// nothing is estimated.
[[nodiscard]] Number number_of(const persons::Register& all, const settings::Config& config,
                               const CountedBeside& beside, base::Progress& progress,
                               const std::function<void()>& meanwhile);

}  // namespace sanaq::investigation
