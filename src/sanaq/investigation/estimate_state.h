// What the step `estimate` leaves behind: its numbers as JSON, a digest that no clock touches, and
// the figures by which two runs are compared.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

[[nodiscard]] nlohmann::json estimate_content(const Outcome& outcome);
// Puts back what estimate_content() took. Throws a json exception for what is not of its form.
void restore_estimate(const nlohmann::json& content, Outcome& outcome);

// SHA-256 of the content without seconds, rates and the day: the same for two runs that say the
// same.
[[nodiscard]] std::string estimate_digest(const nlohmann::json& content);

// documented_low, documented_high, made_on; where there is an estimate median, low, high, as JSON
// writes numbers.
[[nodiscard]] NamedTexts estimate_figures(const Outcome& outcome);

}  // namespace sanaq::investigation
