// The default answer for three lists or more: the back-tested average, what the lists say about it,
// and when not to trust it.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/estimate.h"

namespace sanaq::estimate {

// None where the average does not apply: fewer than three lists, nobody listed; where some lists
// did not cover everybody also more than six lists, or nobody whom three lists covered; more than
// eight lists. More than eight lists: the smallest are joined into one until eight are left, which
// a warning says.
inline constexpr std::size_t average_lists_max = 8;
[[nodiscard]] std::optional<Summary> estimate_automatic(const CaptureTable& table,
                                                        const Options& options,
                                                        base::Progress& progress);

// 2^L counts by mask, bit i = list i. Every list must cover everybody.
[[nodiscard]] std::vector<std::int64_t> counts_by_mask(const CaptureTable& table);

}  // namespace sanaq::estimate
