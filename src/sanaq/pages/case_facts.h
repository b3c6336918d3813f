// The facts of a thing as its page shows them.
#pragma once
#include <string>
#include <vector>

#include "sanaq/pages/public_case.h"

namespace sanaq::pages {

// Returns the facts of a subject, those of one property side by side, in the order of the columns
// of its table; without those that stand beside another.
[[nodiscard]] std::vector<const casefile::Fact*> facts_in_order(const PublicCase& known,
                                                                const std::string& subject);

// Returns what stands beside a value of the fact: how many are meant, or how somebody was involved;
// nullptr where nothing does.
[[nodiscard]] const casefile::Fact* fact_beside(const PublicCase& known, const std::string& subject,
                                                const casefile::Fact& fact,
                                                const std::string& value);

}  // namespace sanaq::pages
