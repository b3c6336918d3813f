#include "sanaq/link/seen_levels.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace sanaq::link {
namespace {

constexpr double enough = 30;  // matches
// Tiers, strictest first: log odds by the other fields from which pairs count.
const std::array<double, 3> least_by_others{std::log(0.05), std::log(0.005),
                                            -std::numeric_limits<double>::infinity()};

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

double SeenLevels::Seen::total() const { return sum_of(levels); }

SeenLevels::SeenLevels(std::size_t groups, std::size_t levels) : any_(groups) {
  seen_.fill(std::vector<Seen>(groups, Seen{std::vector<double>(levels), 0}));
}

void SeenLevels::add(std::uint32_t group, std::uint64_t level, double by_others, double matches,
                     double squares) {
  for (std::size_t tier = 0; tier < tiers; ++tier) {
    if (by_others <= least_by_others[tier]) continue;
    seen_[tier][group].levels[level] += matches;
    seen_[tier][group].squares += squares;
  }
}

std::vector<std::vector<double>> SeenLevels::by_group() const {
  std::vector<std::vector<double>> found;
  for (std::size_t group = 0; group < any_.size(); ++group) {
    std::size_t tier = 0;
    while (tier + 1 < tiers && seen_[tier][group].worth() < enough) ++tier;
    const Seen& seen = seen_[tier][group];
    found.push_back(seen.levels);
    const double total = seen.total();
    for (double& matches : found.back()) matches *= total > 0 ? seen.worth() / total : 0;
  }
  return found;
}

std::vector<double> SeenLevels::weighed() const {
  const std::vector<std::vector<double>> seen = by_group();
  std::vector<double> sum(seen[0].size()), together(sum.size());
  double weights = 0, all = 0;
  for (std::size_t group = 0; group < seen.size(); ++group) {
    constexpr double few = enough / 6;  // of fewer, the shares of their levels are not known
    const double total = sum_of(seen[group]);
    const double weight = total >= few ? any_[group] / total : 0;
    all += total;
    weights += weight * total;
    for (std::size_t level = 0; level < sum.size(); ++level) {
      sum[level] += weight * seen[group][level];
      together[level] += seen[group][level];
    }
  }
  if (weights <= 0) return together;
  for (double& value : sum) value *= all / weights;
  return sum;
}

}  // namespace sanaq::link
