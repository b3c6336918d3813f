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

// Links the records in scope by the settings' model, or by one that is learnt. `decisions` bind;
// columns that only count the rows of their list are not compared.
[[nodiscard]] splink::Linked link_lists(const persons::Records& records,
                                        const std::vector<ListReport>& lists,
                                        const settings::Config& config,
                                        const std::vector<link::Decision>& decisions,
                                        base::Progress& progress);

// Persons with a name; and, if each record without one is somebody else, those too.
[[nodiscard]] Documented documented(const std::vector<persons::Person>& persons);

}  // namespace sanaq::investigation
