// How often reviewers answer as before and as the threshold does, for the screen and for programs.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sanaq/investigation/agreement.h"

namespace sanaq::answers {

[[nodiscard]] std::string agreement_text(const std::vector<investigation::Agreement>& found,
                                         const base::Catalog& catalog);
// Returns [{by, writer, answered, as_before {count, of, low, high}, as_threshold {…},
// unsure_drawn}]; a rate of nothing has no low and high.
[[nodiscard]] nlohmann::ordered_json agreement_json(
    const std::vector<investigation::Agreement>& found);

}  // namespace sanaq::answers
