// How much the number depends on what was assumed before the lists were seen.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "sanaq/estimate/backtested.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Returns the answers under other priors: every total as likely as any other; 1/N^2; and, if there
// is a prior, without it and with twice its width. `totals` are draws under p(N) proportional to
// 1/N alone. The intervals have the name and level of `like`.
[[nodiscard]] std::vector<PriorAnswer> answers_under_priors(const std::vector<double>& totals,
                                                            const std::optional<TotalPrior>& prior,
                                                            const Interval& like,
                                                            std::uint64_t seed);

// Returns the answers of parts of the forty models: one class, two classes, weak and strong
// dependence between lists, and no tendency of lists to name the same people. Parts without weight
// are left out.
[[nodiscard]] std::vector<PriorAnswer> answers_of_parts(const BacktestedPosterior& posterior);

}  // namespace sanaq::estimate
