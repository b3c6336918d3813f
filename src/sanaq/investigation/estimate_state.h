// What the step `estimate` leaves behind: its numbers as JSON, a digest that does not depend on the
// clock, and the figures by which two runs are compared.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

[[nodiscard]] nlohmann::json estimate_content(const Outcome& outcome);
// Restores into an outcome what estimate_content() returned. Throws a json exception for JSON that
// is not of this form.
void restore_estimate(const nlohmann::json& content, Outcome& outcome);

// Returns the SHA-256 of the content without seconds, rates and the day. It is the same for two
// runs with the same results.
[[nodiscard]] std::string estimate_digest(const nlohmann::json& content);

// Returns documented_low, documented_high and made_on, and, if there is an estimate, median, low
// and high as JSON writes numbers.
[[nodiscard]] NamedTexts estimate_figures(const Outcome& outcome);

}  // namespace sanaq::investigation
