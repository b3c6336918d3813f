// What a model expects for the observed cells (predictive.h).
#pragma once
#include <cstdint>
#include <vector>

namespace sanaq::estimate {

struct PredictedCell {
  std::uint32_t listed = 0, not_covered = 0;
  std::int64_t observed = 0;
  double expected = 0, low = 0, high = 0;  // mean and 90 % interval of the replicates
};

struct Prediction {
  std::vector<PredictedCell> cells;
  double p_value = 0;  // share of replicates farther from the expectation than the observed table
};

}  // namespace sanaq::estimate
