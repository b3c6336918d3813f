// Bounds that need few assumptions, from the numbers of persons on exactly one and exactly two
// lists.
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
// For a partly covered table, `lists` is set to 2, which gives the lowest bound.
[[nodiscard]] Frequencies frequencies(const CaptureTable& table);

// Chao 1987 (Biometrics 43), equation 3, with the factor (t-1)/t for t lists: n + (t-1)/t f1^2 / (2
// f2), with f1 (f1 - 1) / 2 if nobody is on exactly two. It remains a lower bound if people differ
// in how easily they are listed, and if lists tend to name the same people, but not if lists avoid
// each other's people.
[[nodiscard]] double chao(const Frequencies& persons);
// Returns a log-normal interval of the bound itself (Chao 1987, equations 9 and 10), named "model".
[[nodiscard]] Interval chao_interval(const Frequencies& persons, double level);
// Zelterman 1988: n / (1 - exp(-2 f2 / f1)). Returns nullopt if f2 is 0.
[[nodiscard]] std::optional<double> zelterman(const Frequencies& persons);

[[nodiscard]] Summary estimate_lower_bound(const CaptureTable& table, const Options& options);

}  // namespace sanaq::estimate
