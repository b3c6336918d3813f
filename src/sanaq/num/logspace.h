// Probabilities by their natural logarithms, so that products of thousands neither vanish nor
// overflow.
#pragma once
#include <span>

namespace sanaq::num {

// log(sum of exp(terms)). An empty sum is log 0, minus infinity; a term may be minus infinity,
// never NaN.
[[nodiscard]] double log_sum_exp(std::span<const double> log_terms);
[[nodiscard]] double log_add(double log_a, double log_b);
// log(exp(a) - exp(b)); a >= b.
[[nodiscard]] double log_diff_exp(double log_a, double log_b);
[[nodiscard]] double log1m_exp(double log_p);  // log(1 - exp(log_p)), log_p <= 0
[[nodiscard]] double logit(double probability);
[[nodiscard]] double inverse_logit(double log_odds);

}  // namespace sanaq::num
