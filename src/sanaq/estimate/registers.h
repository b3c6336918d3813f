// Linkage averaging: the estimate is made on each of many sampled registers, so that uncertainty
// about links widens its interval (Sadinle 2018).
#pragma once
#include <functional>
#include <span>

#include "sanaq/base/progress.h"
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Returns the answer for `best`, the table of the published register, with its point and limits
// replaced by those of the mixture of the answers for `sampled`: one table for each sampled
// register, equally probable, with the same lists. What is said about the lists (reasons, hidden
// lists) stays that of `best`. Summary::register_count and link_share say how many registers were
// averaged, and which share of the variance of log N comes from the links. Methods without draws
// are left as they are, with a warning; so is `best` if there is no sampled table. If there is a
// number, `meanwhile` is called once: latent classes may still be running on a thread of their own,
// so that what is done there costs less time.
[[nodiscard]] Summary estimate_over_registers(const CaptureTable& best,
                                              std::span<const CaptureTable> sampled,
                                              const Options& options, base::Progress& progress,
                                              const std::function<void()>& meanwhile = {});

// Warns, if the documented number and the median of the unlisted do not add up to the median of the
// total, that each is the middle of its own draws. `fewest` and `most` are the numbers of
// documented persons in the sampled registers.
void say_why_figures_do_not_add_up(std::int64_t fewest, std::int64_t most, Summary& summary);

}  // namespace sanaq::estimate
