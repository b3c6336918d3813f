#include "sanaq/report/evaluation_json.h"

#include <optional>
#include <string>

namespace sanaq::report {
namespace {

Json measure_json(const std::optional<link::Measure>& measure) {
  if (!measure) return nullptr;
  const auto number = [](std::optional<double> value) {
    return value ? Json(*value) : Json(nullptr);
  };
  return {{"value", measure->value},
          {"low", number(measure->low)},
          {"high", number(measure->high)},
          {"standard_error", number(measure->standard_error)}};
}

Json quality_json(const link::Quality& quality) {
  return {{"precision", measure_json(quality.precision)},
          {"recall", measure_json(quality.recall)},
          {"f1", measure_json(quality.f1)}};
}

Json sample_json(link::Reviewed reviewed) {
  if (reviewed == link::Reviewed::all) return nullptr;
  return reviewed == link::Reviewed::records ? "records" : "persons";
}

}  // namespace

Json evaluation_result(const link::Evaluation& result, const EvaluatedWith& with) {
  return {{"records", result.records},
          {"true_persons", result.true_persons},
          {"linked_persons", result.linked_persons},
          {"exact_persons", result.exact_persons},
          {"not_in_clusters", with.not_in_clusters},
          {"not_in_truth", with.not_in_truth},
          {"pairs", quality_json(result.pairs)},
          {"persons", quality_json(result.persons)},
          {"b_cubed", quality_json(result.b_cubed)},
          {"sampled", sample_json(with.options.reviewed)},
          {"level", with.options.level},
          {"seed", std::to_string(with.options.seed)}};
}

}  // namespace sanaq::report
