// How good a register is, as the JSON that programs read (`sanaq evaluate --json`).
#pragma once
#include <cstdint>

#include "sanaq/link/evaluate.h"
#include "sanaq/report/json_parts.h"

namespace sanaq::report {

struct EvaluatedWith {
  link::EvaluateOptions options;
  std::int64_t not_in_clusters = 0, not_in_truth = 0;  // numbers of records
};
[[nodiscard]] Json evaluation_result(const link::Evaluation& result, const EvaluatedWith& with);

}  // namespace sanaq::report
