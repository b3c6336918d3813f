#include "sanaq/link/differences.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace sanaq::link {
namespace {

constexpr double pseudo_matches = 20;
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

DifferenceCounts::DifferenceCounts(const Differences& differences)
    : differences_(&differences),
      seen_(differences.share.size() + 1),
      expected_(seen_.size()),
      independent_(seen_.size()) {}

void DifferenceCounts::add(std::uint32_t free, int differing, double matches) {
  const std::vector<double> independent =
      independent_counts(differences_->share, free & differences_->counted());
  const std::vector<double>& tilt = differences_->tilt;
  const double total = tilt.empty() ? 1.0 : dot(tilt, independent);
  seen_[static_cast<std::size_t>(differing)] += matches;
  for (std::size_t d = 0; d < independent.size(); ++d) {
    independent_[d] += matches * independent[d];
    expected_[d] += matches * independent[d] * (tilt.empty() ? 1.0 : tilt[d]) / total;
  }
}

std::vector<double> DifferenceCounts::next_tilt() const {
  std::vector<double> tilt = differences_->tilt;
  if (tilt.empty()) tilt.assign(seen_.size(), 1.0);
  const double matches = std::accumulate(seen_.begin(), seen_.end(), 0.0);
  if (matches <= 0) return tilt;
  const double total = dot(tilt, independent_);
  for (std::size_t d = 0; d < tilt.size(); ++d) {
    const double pseudo = pseudo_matches * independent_[d] / matches;
    const double pseudo_expected = pseudo_matches * independent_[d] * tilt[d] / total;
    const double seen = seen_[d] + pseudo, expected = expected_[d] + pseudo_expected;
    if (expected > 1e-9) tilt[d] *= seen / expected;
  }
  const double scale = matches / dot(tilt, independent_);
  for (double& value : tilt) value = std::clamp(value * scale, tilt_least, tilt_most);
  return tilt;
}

}  // namespace sanaq::link
