// Bounds that need little of a model: from those on exactly one and exactly two lists.
#pragma once
#include <cstdint>
#include <optional>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

struct Frequencies {
  std::int64_t observed = 0, on_one = 0, on_two = 0;
  int lists = 2;
};
// Partly covered: lists = 2, the lowest bound.
[[nodiscard]] Frequencies frequencies(const CaptureTable& table);

// Chao 1987 (Biometrics 43), equation 3, with the factor (t-1)/t of t lists: n + (t-1)/t f1^2 / (2
// f2), and f1 (f1 - 1) / 2 where nobody is on exactly two. People may differ in how easily they are
// listed; lists that tend to name the same people keep it a lower bound, lists that avoid each
// other's people do not.
[[nodiscard]] double chao(const Frequencies& persons);
// Log-normal interval of the bound itself, Chao 1987, equations 9 and 10. Name "model".
[[nodiscard]] Interval chao_interval(const Frequencies& persons, double level);
// Zelterman 1988: n / (1 - exp(-2 f2 / f1)). None when f2 is 0.
[[nodiscard]] std::optional<double> zelterman(const Frequencies& persons);

[[nodiscard]] Summary estimate_lower_bound(const CaptureTable& table, const Options& options);

}  // namespace sanaq::estimate
