#include "sanaq/num/special.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include "sanaq/base/check.h"

namespace sanaq::num {

namespace {
// Plain double throughout: half the time of the promotion to long double, and the same on every
// processor.
using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
using Normal = boost::math::normal_distribution<double, Policy>;
using ChiSquared = boost::math::chi_squared_distribution<double, Policy>;
}  // namespace

double log_gamma(double x) {
  base::check(x > 0, "log_gamma is asked above 0");
  return boost::math::lgamma(x, Policy());
}

double log_factorial(std::int64_t n) {
  base::check(n >= 0, "a factorial is of a number not below 0");
  return n < 2 ? 0.0 : log_gamma(static_cast<double>(n) + 1);
}

double log_choose(std::int64_t n, std::int64_t k) {
  base::check(0 <= k && k <= n, "a choice is of k among n, 0 <= k <= n");
  if (k == 0 || k == n) return 0;
  return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

double digamma(double x) { return boost::math::digamma(x, Policy()); }

double normal_quantile(double probability) {
  base::check(probability > 0 && probability < 1, "a quantile is asked between 0 and 1");
  return quantile(Normal(), probability);
}

double normal_cdf(double x) { return cdf(Normal(), x); }

double chi_squared_quantile(double probability, double degrees) {
  base::check(probability >= 0 && probability < 1, "a quantile is asked between 0 and 1");
  return quantile(ChiSquared(degrees), probability);
}

double chi_squared_survival(double x, double degrees) {
  return cdf(complement(ChiSquared(degrees), x));
}

}  // namespace sanaq::num
