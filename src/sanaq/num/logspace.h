// Arithmetic with the natural logarithms of probabilities, so that products of thousands of them
// neither underflow nor overflow.
#pragma once
#include <span>

namespace sanaq::num {

// Returns log(sum of exp(terms)), and minus infinity if there are no terms. A term may be minus
// infinity but never NaN.
[[nodiscard]] double log_sum_exp(std::span<const double> log_terms);
[[nodiscard]] double log_add(double log_a, double log_b);
// Returns log(exp(a) - exp(b)), where a >= b.
[[nodiscard]] double log_diff_exp(double log_a, double log_b);
[[nodiscard]] double log1m_exp(double log_p);  // log(1 - exp(log_p)), log_p <= 0
[[nodiscard]] double logit(double probability);
[[nodiscard]] double inverse_logit(double log_odds);

}  // namespace sanaq::num
