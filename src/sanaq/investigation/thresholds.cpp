#include "sanaq/investigation/thresholds.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sanaq/base/check.h"
#include "sanaq/base/files.h"
#include "sanaq/num/logspace.h"

namespace sanaq::investigation {
namespace {

std::string thresholds_path(const std::string& folder) {
  return base::join(base::join(folder, ".sanaq"), "thresholds.json");
}

}  // namespace

void keep_thresholds(const std::string& folder, const StepKeys& keys, double threshold,
                     std::int64_t persons, const std::vector<link::AtThreshold>& found) {
  if (found.empty()) {
    base::remove_file(thresholds_path(folder));
    return;
  }
  nlohmann::ordered_json steps = nlohmann::ordered_json::array();
  for (const link::AtThreshold& step : found)
    steps.push_back({{"threshold", step.threshold},
                     {"persons", persons + step.persons},
                     {"made", step.made},
                     {"lost", step.lost}});
  const nlohmann::ordered_json whole = {{"link", keys.link},
                                        {"threshold", threshold},
                                        {"persons", persons},
                                        {"steps", std::move(steps)}};
  base::make_folder(base::parent_folder(thresholds_path(folder)));
  base::write_file_whole(thresholds_path(folder), whole.dump(1) + "\n");
}

std::optional<Thresholds> kept_thresholds(const std::string& folder, const StepKeys& keys) {
  const std::string path = thresholds_path(folder);
  if (!base::file_exists(path)) return std::nullopt;
  const auto json = nlohmann::json::parse(base::read_file(path), nullptr, false);
  if (!json.is_object() || json.value("link", nlohmann::json()) != keys.link) return std::nullopt;
  try {
    Thresholds kept{json.at("threshold").get<double>(), json.at("persons").get<std::int64_t>(), {}};
    for (const nlohmann::json& step : json.at("steps"))
      kept.steps.push_back(
          {step.at("threshold").get<double>(), step.at("persons").get<std::int64_t>(),
           step.at("made").get<std::int64_t>(), step.at("lost").get<std::int64_t>()});
    return kept.steps.empty() ? std::nullopt : std::optional(std::move(kept));
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;  // half a file is made again by the next linking
  }
}

const ThresholdStep& nearest_step(const Thresholds& thresholds, double threshold) {
  base::check(!thresholds.steps.empty(), "a table of thresholds has steps");
  const double wanted = num::logit(std::clamp(threshold, 1e-9, 1 - 1e-9));
  return *std::min_element(thresholds.steps.begin(), thresholds.steps.end(),
                           [&](const ThresholdStep& left, const ThresholdStep& right) {
                             return std::abs(num::logit(left.threshold) - wanted) <
                                    std::abs(num::logit(right.threshold) - wanted);
                           });
}

}  // namespace sanaq::investigation
