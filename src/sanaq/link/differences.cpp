#include "sanaq/link/differences.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace sanaq::link {
namespace {

// That errors come together is easily believed of relatives, who differ in several fields at once.
constexpr double tilt_least = 0.01, tilt_most = 3;

double dot(const std::vector<double>& tilt, const std::vector<double>& counts) {
  return std::inner_product(counts.begin(), counts.end(), tilt.begin(), 0.0);
}

}  // namespace

std::uint32_t Differences::counted() const {
  constexpr double usual_least = 0.5;
  std::uint32_t fields = 0;
  for (std::size_t field = 0; field < share.size(); ++field) {
    if (share[field] <= usual_least) fields |= 1U << field;
  }
  return fields;
}

std::vector<double> independent_counts(const std::vector<double>& share, std::uint32_t fields) {
  std::vector<double> counts{1.0};
  for (std::size_t field = 0; field < share.size(); ++field) {
    if ((fields & (1U << field)) == 0) continue;
    counts.push_back(0);
    for (std::size_t at = counts.size(); at-- > 0;) {
      counts[at] = counts[at] * (1 - share[field]) + (at > 0 ? counts[at - 1] * share[field] : 0);
    }
  }
  return counts;
}

std::vector<double> difference_log_ratios(const Differences& differences, std::uint32_t filled) {
  const std::vector<double> independent =
      independent_counts(differences.share, filled & differences.counted());
  if (differences.tilt.empty()) return std::vector<double>(independent.size(), 0.0);
  const double total = std::log(dot(differences.tilt, independent));
  std::vector<double> ratios;
  for (std::size_t d = 0; d < independent.size(); ++d)
    ratios.push_back(std::log(differences.tilt[d]) - total);
  return ratios;
}

double difference_log_ratio(const Differences& differences, std::uint32_t filled, int differing) {
  return differences.tilt.empty()
             ? 0.0
             : difference_log_ratios(differences, filled)[static_cast<std::size_t>(differing)];
}

double differing_with(const Differences& differences, std::size_t f, std::size_t g) {
  const double share = differences.share[g];
  if (differences.tilt.empty()) return share;
  const std::vector<double> others =
      independent_counts(differences.share, differences.counted() & ~(1U << f) & ~(1U << g));
  double alone = 0, both = 0;
  for (std::size_t d = 0; d < others.size(); ++d) {
    alone += others[d] * differences.tilt[d + 1];
    both += others[d] * differences.tilt[d + 2];
  }
  return share * both / (share * both + (1 - share) * alone);
}

double DifferencePairs::next_lift(double lift) const {
  constexpr double pseudo_matches = 20;  // that differ in both as often as by chance
  constexpr double lift_least = 0.01, lift_most = 10;
  if (independent_ <= 0) return lift;
  const double pseudo_expected = pseudo_matches * expected_ / independent_;
  return std::clamp(lift * (std::max(0.0, seen_) + pseudo_matches) / (expected_ + pseudo_expected),
                    lift_least, lift_most);
}

std::vector<double> tilt_of_lift(const Differences& differences, double lift) {
  const std::vector<double> independent =
      independent_counts(differences.share, differences.counted());
  double wanted = 0;
  for (std::size_t d = 0; d < independent.size(); ++d)
    wanted += static_cast<double>(d) * independent[d];
  const auto tilt_at = [&](double log_a) {
    std::vector<double> tilt(differences.share.size() + 1);
    for (std::size_t d = 0; d < tilt.size(); ++d) {
      const auto count = static_cast<double>(d);
      tilt[d] = std::exp(count * log_a + count * (count - 1) / 2 * std::log(lift));
    }
    const double total =
        std::inner_product(independent.begin(), independent.end(), tilt.begin(), 0.0);
    for (double& value : tilt) value = std::clamp(value / total, tilt_least, tilt_most);
    return tilt;
  };
  double low = -3, high = 3;
  constexpr int halvings = 40;
  for (int step = 0; step < halvings; ++step) {
    const double middle = (low + high) / 2;
    const std::vector<double> tilt = tilt_at(middle);
    double differing = 0, total = 0;
    for (std::size_t d = 0; d < independent.size(); ++d) {
      differing += static_cast<double>(d) * independent[d] * tilt[d];
      total += independent[d] * tilt[d];
    }
    (differing / total < wanted ? low : high) = middle;
  }
  return tilt_at((low + high) / 2);
}

}  // namespace sanaq::link
