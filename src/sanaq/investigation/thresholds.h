// What every other threshold of linking would change, as linking left it in .sanaq/thresholds.json:
// {"threshold", "persons", "steps": [{"threshold", "persons", "made", "lost"}, …]}, ascending.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/investigation/step_keys.h"
#include "sanaq/link/result.h"

namespace sanaq::investigation {

inline constexpr int threshold_steps = 200;

struct ThresholdStep {
  double threshold = 0;
  std::int64_t persons = 0;  // that there would be
  std::int64_t made = 0;     // pairs of records that would be one person, and are not
  std::int64_t lost = 0;     // pairs of records that are one person, and would not be
};

struct Thresholds {
  double threshold = 0;  // that the register follows
  std::int64_t persons = 0;
  std::vector<ThresholdStep> steps;
};

// Keeps what a linking found for whoever moves the threshold; nothing if it did not look.
void keep_thresholds(const std::string& folder, const StepKeys& keys, double threshold,
                     std::int64_t persons, const std::vector<link::AtThreshold>& found);
// Returns nullopt if there is none of a linking with these keys. No list is read.
[[nodiscard]] std::optional<Thresholds> kept_thresholds(const std::string& folder,
                                                        const StepKeys& keys);
// Returns the step nearest to a threshold, by their log odds. There must be one.
[[nodiscard]] const ThresholdStep& nearest_step(const Thresholds& thresholds, double threshold);

}  // namespace sanaq::investigation
