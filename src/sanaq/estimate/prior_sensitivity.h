// How much the number owes to what was assumed before the lists were seen.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "sanaq/estimate/backtested.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// `totals`: draws under p(N) proportional to 1/N and nothing else. The answers had every total been
// as likely as any other, had 1/N^2 been assumed and, with a prior, without it and with twice its
// width. Shaped as `like`.
[[nodiscard]] std::vector<PriorAnswer> answers_under_priors(const std::vector<double>& totals,
                                                            const std::optional<TotalPrior>& prior,
                                                            const Interval& like,
                                                            std::uint64_t seed);

// The answers of parts of the forty models: one class, two classes, weak and strong dependence
// between lists, no lean towards lists that name the same people. Parts without weight are left
// out.
[[nodiscard]] std::vector<PriorAnswer> answers_of_parts(const BacktestedPosterior& posterior);

}  // namespace sanaq::estimate
