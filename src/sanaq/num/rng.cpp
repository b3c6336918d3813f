#include "sanaq/num/rng.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <string>

#include "sanaq/base/check.h"
#include "sanaq/base/sha256.h"
#include "sanaq/num/special.h"

namespace sanaq::num {

namespace {

__extension__ using Wide = unsigned __int128;

constexpr double half_log_two_pi = 0.918938533204672741780;

// log n! minus its Stirling formula, for n > 0. Loader 2000, "Fast and accurate computation of
// binomial probabilities".
double stirling_error(double n) {
  if (n < 16) {
    return log_gamma(n + 1) - (n + 0.5) * std::log(n) + n - half_log_two_pi;
  }
  const double square = n * n;
  return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / 1680 / square) / square) / square) / n;
}

// x log(x / m) + m - x without cancellation when x is near m. Loader 2000, equation 5.
double deviance(double x, double m) {
  if (std::abs(x - m) >= 0.1 * (x + m)) return x * std::log(x / m) + m - x;
  const double v = (x - m) / (x + m);
  double sum = (x - m) * v;
  double term = 2 * x * v;
  for (int j = 1; j < 1000; ++j) {
    term *= v * v;
    const double next = sum + term / (2 * j + 1);
    if (next == sum) break;
    sum = next;
  }
  return sum;
}

double log_poisson(double k, double mean) {
  if (k == 0) return -mean;
  return -stirling_error(k) - deviance(k, mean) - half_log_two_pi - 0.5 * std::log(k);
}

double log_binomial(double k, double n, double p) {
  if (k == 0) return n * std::log1p(-p);
  if (k == n) return n * std::log(p);
  return stirling_error(n) - stirling_error(k) - stirling_error(n - k) - deviance(k, n * p) -
         deviance(n - k, n * (1 - p)) - half_log_two_pi + 0.5 * std::log(n / (k * (n - k)));
}

}  // namespace

Rng::Rng(std::uint64_t seed, std::string_view purpose, std::uint64_t index) {
  const std::string digest = base::sha256_hex(std::to_string(seed) + '\n' + std::string(purpose) +
                                              '\n' + std::to_string(index));
  for (std::size_t word = 0; word < 4; ++word) {
    state_[word] = std::stoull(digest.substr(16 * word, 16), nullptr, 16);
  }
}

std::uint64_t Rng::below(std::uint64_t count) {
  base::check(count > 0, "a number is drawn below at least 1");
  Wide product = static_cast<Wide>(bits()) * count;
  if (static_cast<std::uint64_t>(product) < count) {
    const std::uint64_t threshold = (0 - count) % count;
    while (static_cast<std::uint64_t>(product) < threshold) {
      product = static_cast<Wide>(bits()) * count;
    }
  }
  return static_cast<std::uint64_t>(product >> 64);
}

double Rng::normal() {
  // Marsaglia's polar method; the second value is given up so that the state stays four words.
  for (;;) {
    const double x = 2 * uniform() - 1;
    const double y = 2 * uniform() - 1;
    const double s = x * x + y * y;
    if (s < 1 && s > 0) return x * std::sqrt(-2 * std::log(s) / s);
  }
}

double Rng::exponential() { return -std::log(uniform()); }

double Rng::gamma(double shape) {
  base::check(shape > 0, "a gamma draw has a shape above 0");
  if (shape < 1) return std::exp(log_gamma_draw(shape));
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = normal();
    const double root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    const double u = uniform();
    if (u < 1 - 0.0331 * x * x * x * x) return d * v;
    if (std::log(u) < 0.5 * x * x + d * (1 - v + std::log(v))) return d * v;
  }
}

double Rng::log_gamma_draw(double shape) {
  base::check(shape > 0, "a gamma draw has a shape above 0");
  if (shape >= 1) return std::log(gamma(shape));
  const double log_larger = std::log(gamma(shape + 1));
  return log_larger + std::log(uniform()) / shape;
}

double Rng::beta(double a, double b) {
  const double log_a = log_gamma_draw(a);
  const double log_b = log_gamma_draw(b);
  return 1 / (1 + std::exp(log_b - log_a));
}

std::int64_t Rng::poisson(double mean) {
  base::check(mean >= 0 && mean < 0x1p62, "a Poisson mean fits a whole number");
  if (mean < 10) {
    const double limit = std::exp(-mean);
    std::int64_t events = 0;
    for (double product = uniform(); product > limit; product *= uniform()) ++events;
    return events;
  }
  // Hörmann 1993, "The transformed rejection method for generating Poisson random variables", PTRS.
  const double b = 0.931 + 2.53 * std::sqrt(mean);
  const double a = -0.059 + 0.02483 * b;
  const double log_inverse_alpha = std::log(1.1239 + 1.1328 / (b - 3.4));
  const double accept_at_once = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const double u = uniform() - 0.5;
    const double v = uniform();
    const double us = 0.5 - std::abs(u);
    const double k = std::floor((2 * a / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= accept_at_once) return static_cast<std::int64_t>(k);
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (std::log(v) + log_inverse_alpha - std::log(a / (us * us) + b) <= log_poisson(k, mean)) {
      return static_cast<std::int64_t>(k);
    }
  }
}

std::int64_t Rng::binomial(std::int64_t trials, double probability) {
  base::check(trials >= 0 && probability >= 0 && probability <= 1,
              "a binomial draw has trials and a probability");
  if (trials == 0 || probability == 0) return 0;
  if (probability > 0.5) return trials - binomial(trials, 1 - probability);
  const double n = static_cast<double>(trials);
  if (n * probability < 10) {
    // Waiting times between successes are geometric.
    const double log_failure = std::log1p(-probability);
    std::int64_t successes = 0;
    for (double place = 0;; ++successes) {
      place += std::floor(std::log(uniform()) / log_failure) + 1;
      if (place > n) return successes;
    }
  }
  // Hörmann 1993, "The generation of binomial random variates", BTRS.
  const double deviation = std::sqrt(n * probability * (1 - probability));
  const double b = 1.15 + 2.53 * deviation;
  const double a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const double alpha = (2.83 + 5.1 / b) * deviation;
  const double accept_at_once = 0.92 - 4.2 / b;
  const double mode = std::floor((n + 1) * probability);
  const double log_at_mode = log_binomial(mode, n, probability);
  for (;;) {
    const double u = uniform() - 0.5;
    const double v = uniform();
    const double us = 0.5 - std::abs(u);
    const double k = std::floor((2 * a / us + b) * u + n * probability + 0.5);
    if (us >= 0.07 && v <= accept_at_once) return static_cast<std::int64_t>(k);
    if (k < 0 || k > n) continue;
    if (std::log(v * alpha / (a / (us * us) + b)) <=
        log_binomial(k, n, probability) - log_at_mode) {
      return static_cast<std::int64_t>(k);
    }
  }
}

std::int64_t Rng::negative_binomial(double size, double probability) {
  base::check(size > 0 && probability > 0 && probability <= 1,
              "a negative binomial draw has a size and a probability");
  if (probability == 1) return 0;
  return poisson(gamma(size) * (1 - probability) / probability);
}

std::size_t Rng::categorical(std::span<const double> weights) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  base::check(total > 0, "one of the weights is above 0");
  double left = uniform() * total;
  std::size_t last_possible = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    last_possible = i;
    left -= weights[i];
    if (left < 0) return i;
  }
  return last_possible;
}

std::vector<std::uint32_t> Rng::permutation(std::uint32_t count) {
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  for (std::uint32_t i = count; i > 1; --i) {
    std::swap(order[i - 1], order[static_cast<std::size_t>(below(i))]);
  }
  return order;
}

}  // namespace sanaq::num
