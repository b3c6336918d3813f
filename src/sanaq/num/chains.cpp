#include "sanaq/num/chains.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstdint>
#include <numbers>
#include <numeric>

#include "sanaq/base/check.h"
#include "sanaq/num/special.h"

namespace sanaq::num {

namespace {

constexpr std::size_t shortest_half = 2;

// Halves of each chain as chains of their own; empty when there is too little or nothing varies.
Chains split(const Chains& chains) {
  Chains halves;
  if (chains.empty()) return halves;
  const std::size_t half = chains.front().size() / 2;
  if (half < shortest_half) return halves;
  const double first = chains.front().front();
  bool varies = false;
  for (const auto& chain : chains) {
    base::check(chain.size() == chains.front().size(), "chains are of one length");
    for (const double draw : chain) {
      if (!std::isfinite(draw)) return {};
      varies = varies || draw != first;
    }
    const auto middle = static_cast<std::ptrdiff_t>(half);
    halves.emplace_back(chain.begin(), chain.begin() + middle);
    halves.emplace_back(chain.begin() + middle, chain.begin() + 2 * middle);
  }
  return varies ? halves : Chains{};
}

struct Place {
  double value;
  std::uint32_t chain, draw;
};

std::vector<Place> in_order(const Chains& chains) {
  std::vector<Place> places;
  places.reserve(chains.size() * chains.front().size());
  for (std::size_t c = 0; c < chains.size(); ++c) {
    for (std::size_t d = 0; d < chains[c].size(); ++d) {
      places.push_back(
          {chains[c][d], static_cast<std::uint32_t>(c), static_cast<std::uint32_t>(d)});
    }
  }
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.value < b.value; });
  return places;
}

// How far each draw lies from the centre, in order: what lies below it is met from its upper end.
std::vector<Place> folded(const std::vector<Place>& ordered, double centre) {
  std::vector<Place> places = ordered;
  for (Place& place : places) place.value = std::abs(place.value - centre);
  const auto above = std::partition_point(ordered.begin(), ordered.end(),
                                          [&](const Place& place) { return place.value < centre; });
  const auto middle = places.begin() + (above - ordered.begin());
  std::reverse(places.begin(), middle);
  std::inplace_merge(places.begin(), middle, places.end(),
                     [](const Place& a, const Place& b) { return a.value < b.value; });
  return places;
}

// Every draw of such chains replaced by the normal quantile of its rank among all draws, ties by
// their mean rank (Blom's offsets).
Chains normal_scores(const std::vector<Place>& ordered, const Chains& chains) {
  Chains scores = chains;
  const double total = static_cast<double>(ordered.size());
  for (std::size_t first = 0; first < ordered.size();) {
    std::size_t end = first;
    while (end < ordered.size() && ordered[end].value == ordered[first].value) ++end;
    const double rank = 0.5 * static_cast<double>(first + 1 + end);
    const double score = normal_quantile((rank - 0.375) / (total + 0.25));
    for (; first < end; ++first) scores[ordered[first].chain][ordered[first].draw] = score;
  }
  return scores;
}

double mean_of(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double variance_of(std::span<const double> values) {
  const double mean = mean_of(values);
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return sum / static_cast<double>(values.size() - 1);
}

// R-hat of chains as they are; none when no chain varies inside.
std::optional<double> plain_rhat(const Chains& chains) {
  std::vector<double> means, variances;
  for (const auto& chain : chains) {
    means.push_back(mean_of(chain));
    variances.push_back(variance_of(chain));
  }
  const double length = static_cast<double>(chains.front().size());
  const double within = mean_of(variances);
  if (!(within > 0)) return std::nullopt;
  const double total = within * (length - 1) / length + variance_of(means);
  return std::sqrt(total / within);
}

// Forward, of one length, a power of two (Cooley and Tukey). The roots of unity are made once; real
// and imaginary parts lie apart, so that several of them are worked on at once.
class Fourier {
 public:
  std::vector<double> real, imaginary;

  explicit Fourier(std::size_t length) : real(length), imaginary(length), length_(length) {
    for (std::size_t span = 2; span <= length; span *= 2) {
      for (std::size_t k = 0; k < span / 2; ++k) {
        const auto root = std::polar(
            1.0, -2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(span));
        root_real_.push_back(root.real());
        root_imaginary_.push_back(root.imag());
      }
    }
  }

  // Of `real` and `imaginary`, in place.
  void transform() {
    order_by_reversed_bits();
    const double *by_real = root_real_.data(), *by_imaginary = root_imaginary_.data();
    for (std::size_t span = 2; span <= length_; span *= 2) {
      const std::size_t half = span / 2;
      for (std::size_t start = 0; start < length_; start += span)
        combine(start, half, by_real, by_imaginary);
      by_real += half;
      by_imaginary += half;
    }
  }

 private:
  void order_by_reversed_bits() {
    for (std::size_t i = 1, j = 0; i < length_; ++i) {
      std::size_t bit = length_ >> 1;
      for (; (j & bit) != 0; bit >>= 1) j ^= bit;
      j ^= bit;
      if (i >= j) continue;
      std::swap(real[i], real[j]);
      std::swap(imaginary[i], imaginary[j]);
    }
  }
  void combine(std::size_t start, std::size_t half, const double* __restrict by_real,
               const double* __restrict by_imaginary) {
    double* __restrict even_real = &real[start], * __restrict even_imaginary = &imaginary[start];
    double* __restrict odd_real = even_real + half, * __restrict odd_imaginary =
                                                        even_imaginary + half;
    for (std::size_t k = 0; k < half; ++k) {
      const double a = odd_real[k] * by_real[k] - odd_imaginary[k] * by_imaginary[k];
      const double b = odd_real[k] * by_imaginary[k] + odd_imaginary[k] * by_real[k];
      odd_real[k] = even_real[k] - a;
      odd_imaginary[k] = even_imaginary[k] - b;
      even_real[k] += a;
      even_imaginary[k] += b;
    }
  }

  std::size_t length_;
  std::vector<double> root_real_, root_imaginary_;
};

std::size_t power_of_two_from(std::size_t least) {
  std::size_t length = 1;
  while (length < least) length *= 2;
  return length;
}

// Autocovariances at all lags, divided by the length, added to `sum`.
void add_autocovariance(const std::vector<double>& chain, Fourier& fourier,
                        std::vector<double>& sum) {
  const std::size_t length = fourier.real.size();
  const double mean = mean_of(chain);
  std::fill(fourier.real.begin(), fourier.real.end(), 0.0);
  std::fill(fourier.imaginary.begin(), fourier.imaginary.end(), 0.0);
  for (std::size_t i = 0; i < chain.size(); ++i) fourier.real[i] = chain[i] - mean;
  fourier.transform();
  for (std::size_t i = 0; i < length; ++i) {
    fourier.real[i] =
        fourier.real[i] * fourier.real[i] + fourier.imaginary[i] * fourier.imaginary[i];
    fourier.imaginary[i] = 0;
  }
  fourier
      .transform();  // the power spectrum is even, so forward and backward agree up to the length
  const double scale = static_cast<double>(length) * static_cast<double>(chain.size());
  for (std::size_t lag = 0; lag < chain.size(); ++lag) sum[lag] += fourier.real[lag] / scale;
}

// Geyer's initial monotone sequence over all chains: Vehtari et al. 2021, equation 10 and its
// surroundings.
std::optional<double> plain_ess(const Chains& chains) {
  const std::size_t length = chains.front().size();
  const double n = static_cast<double>(length), m = static_cast<double>(chains.size());
  std::vector<double> covariance(length), means;
  Fourier fourier(power_of_two_from(2 * length));
  for (const auto& chain : chains) {
    add_autocovariance(chain, fourier, covariance);
    means.push_back(mean_of(chain));
  }
  for (double& value : covariance) value /= m;
  const double within = covariance[0] * n / (n - 1);
  const double total = covariance[0] + (chains.size() > 1 ? variance_of(means) : 0.0);
  if (!(total > 0)) return std::nullopt;
  const auto rho = [&](std::size_t lag) {
    return lag == 0 ? 1.0 : 1 - (within - covariance[lag]) / total;
  };
  double smallest = 1 + rho(1);
  double sum = 0;
  double last = 0;
  for (std::size_t lag = 0; lag + 1 < length; lag += 2) {
    const double pair = rho(lag) + rho(lag + 1);
    if (lag > 0 && (pair < 0 || lag + 5 > length)) {
      last = std::max(rho(lag), 0.0);
      break;
    }
    smallest = std::min(smallest, pair);
    sum += smallest;
  }
  const double time = std::max(-1 + 2 * sum + last, 1 / std::log10(m * n));
  return m * n / time;
}

Chains at_most(const Chains& chains, double limit) {
  Chains indicator = chains;
  for (auto& chain : indicator) {
    for (double& draw : chain) draw = draw <= limit ? 1.0 : 0.0;
  }
  return indicator;
}

// Halves of chains with all their draws in order.
struct Ordered {
  Chains halves;  // empty: there is no answer
  std::vector<Place> places;
  explicit Ordered(const Chains& chains) : halves(split(chains)) {
    if (!halves.empty()) places = in_order(halves);
  }
  [[nodiscard]] Chains scores() const { return normal_scores(places, halves); }
  [[nodiscard]] double quantile(double probability) const {
    std::vector<double> values;
    for (const Place& place : places) values.push_back(place.value);
    return quantile_sorted(values, probability);
  }
};

std::optional<double> rhat_of(const Ordered& draws, const Chains& scores) {
  const auto bulk = plain_rhat(scores);
  const auto tails =
      plain_rhat(normal_scores(folded(draws.places, draws.quantile(0.5)), draws.halves));
  if (!bulk || !tails) return bulk ? bulk : tails;
  return std::max(*bulk, *tails);
}

std::optional<double> ess_tail_of(const Ordered& draws) {
  const auto low = plain_ess(at_most(draws.halves, draws.quantile(0.05)));
  const auto high = plain_ess(at_most(draws.halves, draws.quantile(0.95)));
  if (!low || !high) return low ? low : high;
  return std::min(*low, *high);
}

}  // namespace

std::optional<double> split_rhat(const Chains& chains) {
  const Ordered draws(chains);
  if (draws.halves.empty()) return std::nullopt;
  return rhat_of(draws, draws.scores());
}

std::optional<double> ess_bulk(const Chains& chains) {
  const Ordered draws(chains);
  if (draws.halves.empty()) return std::nullopt;
  return plain_ess(draws.scores());
}

std::optional<double> ess_tail(const Chains& chains) {
  const Ordered draws(chains);
  if (draws.halves.empty()) return std::nullopt;
  return ess_tail_of(draws);
}

Convergence convergence(const Chains& chains) {
  const Ordered draws(chains);
  if (draws.halves.empty()) return {};
  const Chains scores = draws.scores();
  return {rhat_of(draws, scores), plain_ess(scores), ess_tail_of(draws)};
}

double quantile(std::span<const double> values, double probability) {
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  return quantile_sorted(sorted, probability);
}

double quantile_sorted(std::span<const double> ascending, double probability) {
  base::check(!ascending.empty(), "a quantile is of at least one value");
  base::check(probability >= 0 && probability <= 1, "a quantile is asked from 0 to 1");
  const double place = probability * static_cast<double>(ascending.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  if (below + 1 >= ascending.size()) return ascending.back();
  const double part = place - static_cast<double>(below);
  if (part == 0) return ascending[below];
  return ascending[below] + part * (ascending[below + 1] - ascending[below]);
}

}  // namespace sanaq::num
