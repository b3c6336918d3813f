#include "sanaq/exchange/estimate_json.h"

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

namespace sanaq::exchange {

using Json = nlohmann::json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }
double number_from(const Json& json) {
  return json.is_null() ? std::numeric_limits<double>::quiet_NaN() : json.get<double>();
}
Json number(const std::optional<double>& value) { return value ? number(*value) : Json(nullptr); }
std::optional<double> optional_from(const Json& json) {
  return json.is_null() ? std::nullopt : std::optional(json.get<double>());
}

Json interval_json(const estimate::Interval& interval) {
  return {{"name", interval.name},
          {"level", number(interval.level)},
          {"low", number(interval.low)},
          {"high", number(interval.high)}};
}

estimate::Interval interval_from(const Json& json) {
  return {json.at("name"), number_from(json.at("level")), number_from(json.at("low")),
          number_from(json.at("high"))};
}

Json estimate_json(const std::optional<estimate::Estimate>& estimate) {
  if (!estimate) return nullptr;
  return {{"median", number(estimate->median)},
          {"mean", number(estimate->mean)},
          {"interval", interval_json(estimate->interval)}};
}

std::optional<estimate::Estimate> estimate_from(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return estimate::Estimate{number_from(json.at("median")), number_from(json.at("mean")),
                            interval_from(json.at("interval"))};
}

}  // namespace sanaq::exchange
