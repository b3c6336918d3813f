#include "sanaq/num/logspace.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sanaq/base/check.h"

namespace sanaq::num {

namespace {
constexpr double log_zero = -std::numeric_limits<double>::infinity();
constexpr double log_two = 0.693147180559945309417;
}  // namespace

double log_sum_exp(std::span<const double> log_terms) {
  double largest = log_zero;
  for (const double term : log_terms) largest = std::max(largest, term);
  if (std::isinf(largest)) return largest;
  double sum = 0;
  for (const double term : log_terms) sum += std::exp(term - largest);
  return largest + std::log(sum);
}

double log_add(double log_a, double log_b) {
  const double larger = std::max(log_a, log_b);
  if (std::isinf(larger)) return larger;
  return larger + std::log1p(std::exp(std::min(log_a, log_b) - larger));
}

double log_diff_exp(double log_a, double log_b) {
  base::check(log_a >= log_b, "a difference of logarithms is of a smaller from a larger");
  if (log_b == log_zero) return log_a;
  return log_a + log1m_exp(log_b - log_a);
}

double log1m_exp(double log_p) {
  base::check(log_p <= 0, "the logarithm of a probability is not above 0");
  // Mächler 2012, "Accurately computing log(1 - exp(-|a|))": each branch where it loses no digits.
  return log_p > -log_two ? std::log(-std::expm1(log_p)) : std::log1p(-std::exp(log_p));
}

double logit(double probability) { return std::log(probability) - std::log1p(-probability); }

double inverse_logit(double log_odds) {
  if (log_odds >= 0) return 1 / (1 + std::exp(-log_odds));
  const double odds = std::exp(log_odds);
  return odds / (1 + odds);
}

}  // namespace sanaq::num
