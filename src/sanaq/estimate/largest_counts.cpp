#include "sanaq/estimate/largest_counts.h"

namespace sanaq::estimate {

std::int64_t persons_max_of(Method method) {
  switch (method) {
    case Method::latent_class:
      return 10'000'000;
    case Method::decomposable:
      return 1'000'000;
    default:
      return 1'000'000'000;
  }
}

std::optional<Summary> refuse_too_many(Method method, const CaptureTable& table,
                                       const Options& options) {
  const std::int64_t most = persons_max_of(method);
  if (table.observed() <= most) return std::nullopt;
  Summary summary;
  summary.lists = table.lists;
  summary.observed = table.observed();
  summary.method = method;
  summary.seed = options.seed;
  summary.reasons.push_back(
      base::message("{} takes at most {} persons on the lists together, and here are {}: estimate "
                    "parts of them (strata), or choose another method",
                    method_name(method), most, table.observed()));
  return summary;
}

}  // namespace sanaq::estimate
