// Special functions that are safe on many threads (std::lgamma writes a global sign).
#pragma once
#include <cstdint>

namespace sanaq::num {

[[nodiscard]] double log_gamma(double x);                         // x > 0
[[nodiscard]] double log_factorial(std::int64_t n);               // the natural log of n!
[[nodiscard]] double log_choose(std::int64_t n, std::int64_t k);  // the natural log of C(n, k)
[[nodiscard]] double digamma(double x);
[[nodiscard]] double normal_quantile(double probability);  // probability in (0, 1)
[[nodiscard]] double normal_cdf(double x);
[[nodiscard]] double chi_squared_quantile(double probability, double degrees);
// Returns the probability of a value above x.
[[nodiscard]] double chi_squared_survival(double x, double degrees);

}  // namespace sanaq::num
