// The register of a finished run as JSON, for .sanaq/: record indices, probabilities and the model,
// but no cell of any list.
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "sanaq/link/result.h"

namespace sanaq::exchange {

[[nodiscard]] nlohmann::json link_json(const link::Result& result);
// Reverses link_json, to the bit; packed pairs come back sorted. Throws nlohmann's exceptions for
// JSON that is not of this form.
[[nodiscard]] link::Result link_from_json(const nlohmann::json& json);

}  // namespace sanaq::exchange
