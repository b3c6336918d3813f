// Pieces of the JSON that programs read.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/base/message.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::report {

using Json = nlohmann::ordered_json;  // keys in the order in which they are documented

// Both return null for what is no finite number.
[[nodiscard]] Json number(double value);
[[nodiscard]] Json number(const std::optional<double>& value);
[[nodiscard]] Json sentences(const std::vector<base::Message>& messages,
                             const base::Catalog& catalog);
// Returns {median, mean, interval {level, low, high}}, in persons; null without an estimate.
[[nodiscard]] Json point_and_interval(const std::optional<estimate::Estimate>& estimate);
// Returns [{name, sha256}].
[[nodiscard]] Json input_files(const std::vector<std::pair<std::string, std::string>>& inputs);

}  // namespace sanaq::report
