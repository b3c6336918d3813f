// Linkage averaging: the estimate made on each of many sampled registers, so that doubt about links
// becomes width (Sadinle 2018).
#pragma once
#include <functional>
#include <span>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// `best`: the table of the register that is published; `sampled`: one table for each sampled
// register, equally probable, of the same lists. The answer for `best` with its point and limits
// replaced by those of the equal mixture over `sampled`; what is said of the lists (reasons, hidden
// lists) stays that of `best`. Summary::register_count and link_share say how much was averaged and
// which share of the variance of log N comes from the links. Methods without draws are left as they
// are, with a warning. No sampled table: `best` alone. `meanwhile` is called once where there is a
// number: latent classes may still be running, on a thread of their own, and what is done meanwhile
// costs less time.
[[nodiscard]] Summary estimate_over_registers(const CaptureTable& best,
                                              std::span<const CaptureTable> sampled,
                                              const Options& options, base::Progress& progress,
                                              const std::function<void()>& meanwhile = {});

// Warns, where what is documented and the median of the unlisted do not add up to the median of the
// total, that each is the middle of its own draws. `fewest`, `most`: documented persons in the
// sampled registers.
void say_why_figures_do_not_add_up(std::int64_t fewest, std::int64_t most, Summary& summary);

}  // namespace sanaq::estimate
