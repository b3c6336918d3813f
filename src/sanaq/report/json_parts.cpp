#include "sanaq/report/json_parts.h"

#include <cmath>

namespace sanaq::report {

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }
Json number(const std::optional<double>& value) { return value ? number(*value) : Json(nullptr); }

Json sentences(const std::vector<base::Message>& messages, const base::Catalog& catalog) {
  Json all = Json::array();
  for (const base::Message& sentence : messages) all.push_back(catalog.say(sentence));
  return all;
}

Json point_and_interval(const std::optional<estimate::Estimate>& estimate) {
  if (!estimate) return nullptr;
  const estimate::Interval& interval = estimate->interval;
  return {{"median", number(estimate->median)},
          {"mean", number(estimate->mean)},
          {"interval",
           {{"level", number(interval.level)},
            {"low", number(interval.low)},
            {"high", number(interval.high)}}}};
}

Json input_files(const std::vector<std::pair<std::string, std::string>>& inputs) {
  Json all = Json::array();
  for (const auto& [name, hash] : inputs) all.push_back({{"name", name}, {"sha256", hash}});
  return all;
}

}  // namespace sanaq::report
