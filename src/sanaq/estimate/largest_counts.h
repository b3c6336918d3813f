// How many listed persons a method can take: beyond, rounding or a fixed grid would show in its
// number, so it refuses. docs/method/many-lists.md has the same table.
#pragma once
#include <cstdint>
#include <optional>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Persons on the lists together. auto, loglinear, sparse, threshold, chao, chapman: 10^9, where
// the likelihood's own rounding reaches a millionth. lcm: 10^7, beyond which its chains no longer
// come together. dga: 10^6, beyond which its posterior is narrower than the cells of its grid.
[[nodiscard]] std::int64_t persons_max_of(Method method);

// The answer where there are more: no number, and why. None where the method can take them.
[[nodiscard]] std::optional<Summary> refuse_too_many(Method method, const CaptureTable& table,
                                                     const Options& options);

}  // namespace sanaq::estimate
