// Numbers, intervals and estimates as JSON, and back; summary_json and summary_details_json share
// these. JSON has no infinity: a number that is not finite becomes null, which is read back as NaN.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "sanaq/estimate/summary.h"

namespace sanaq::exchange {

[[nodiscard]] nlohmann::json number(double value);
[[nodiscard]] double number_from(const nlohmann::json& json);
[[nodiscard]] nlohmann::json number(const std::optional<double>& value);
[[nodiscard]] std::optional<double> optional_from(const nlohmann::json& json);

[[nodiscard]] nlohmann::json interval_json(const estimate::Interval& interval);
[[nodiscard]] estimate::Interval interval_from(const nlohmann::json& json);
[[nodiscard]] nlohmann::json estimate_json(const std::optional<estimate::Estimate>& estimate);
[[nodiscard]] std::optional<estimate::Estimate> estimate_from(const nlohmann::json& json);

}  // namespace sanaq::exchange
