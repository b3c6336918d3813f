// How many listed persons a method can take. With more, rounding or a fixed grid would affect its
// number, so it refuses. docs/method/many-lists.md has the same table.
#pragma once
#include <cstdint>
#include <optional>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Returns the largest number of persons on all lists together. auto, loglinear, sparse, threshold,
// chao, chapman: 10^9, where the rounding of the likelihood reaches a millionth. lcm: 10^7, beyond
// which its chains no longer converge. dga: 10^6, beyond which its posterior is narrower than the
// steps of its grid.
[[nodiscard]] std::int64_t persons_max_of(Method method);

// Returns, if there are more, an answer without a number, with the reason; otherwise nullopt.
[[nodiscard]] std::optional<Summary> refuse_too_many(Method method, const CaptureTable& table,
                                                     const Options& options);

}  // namespace sanaq::estimate
