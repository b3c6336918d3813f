// The step `link`: which records are one person.
#pragma once
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/link/options.h"
#include "sanaq/persons/register.h"
#include "sanaq/settings/config.h"
#include "sanaq/splink/link.h"

namespace sanaq::investigation {

// Links the records in scope with the settings' model, or with one that is learnt. `decisions` are
// binding; columns that only count the rows of their list are not compared.
[[nodiscard]] splink::Linked link_lists(const persons::Records& records,
                                        const std::vector<ListReport>& lists,
                                        const settings::Config& config,
                                        const std::vector<link::Decision>& decisions,
                                        base::Progress& progress);

// Returns the number of persons with a name, and the same with each record without a name counted
// as another person.
[[nodiscard]] Documented documented(const std::vector<persons::Person>& persons);

}  // namespace sanaq::investigation
