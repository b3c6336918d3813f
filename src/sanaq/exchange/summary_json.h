// An estimate as JSON, for .sanaq/, so that a second run need not repeat it.
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "sanaq/estimate/summary.h"

namespace sanaq::exchange {

[[nodiscard]] nlohmann::json summary_json(const estimate::Summary& summary);
// Reverses summary_json, to the bit; numbers that were not finite become NaN. Throws nlohmann's
// exceptions for JSON that is not of this form.
[[nodiscard]] estimate::Summary summary_from_json(const nlohmann::json& json);

}  // namespace sanaq::exchange
