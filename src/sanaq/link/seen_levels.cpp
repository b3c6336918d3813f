#include "sanaq/link/seen_levels.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

constexpr double enough = 30;  // matches
// Log odds by the other fields at which the steps begin, and what stands for a pair of each.
constexpr std::array<double, 12> begin_of_step{-1e9, -5.3, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6};
constexpr std::array<double, 12> odds_of_step{-7,  -4,  -2.5, -1.5, -.5, .5,
                                              1.5, 2.5, 3.5,  4.5,  5.5, 8};
// Steps from which pairs count, strictest first.
constexpr std::array<std::size_t, 3> first_steps{2, 1, 0};

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

SeenLevels::SeenLevels(std::size_t groups, std::size_t levels) : any_(groups) {
  seen_.fill(std::vector<Seen>(groups, Seen{std::vector<double>(levels), 0}));
}

void SeenLevels::add(std::uint32_t group, std::uint64_t level, double by_others, double matches,
                     double squares) {
  std::size_t step = 0;
  while (step + 1 < steps && by_others > begin_of_step[step + 1]) ++step;
  seen_[step][group].levels[level] += matches;
  seen_[step][group].squares += squares;
}

double SeenLevels::worth(std::size_t group, std::size_t first) const {
  double total = 0, squares = 0;
  for (std::size_t step = first; step < steps; ++step) {
    total += sum_of(seen_[step][group].levels);
    squares += seen_[step][group].squares;
  }
  return squares > 0 ? total * total / squares : 0;
}

std::size_t SeenLevels::first_step(std::size_t group) const {
  std::size_t at = 0;
  while (at + 1 < first_steps.size() && worth(group, first_steps[at]) < enough) ++at;
  return first_steps[at];
}

SeenLevels::Weights SeenLevels::weights_of(const std::vector<double>& log_ratios) {
  Weights weights;
  for (std::size_t step = 0; step < steps; ++step) {
    for (const double log_ratio : log_ratios)
      weights[step].push_back(num::inverse_logit(odds_of_step[step] + log_ratio));
  }
  return weights;
}

SeenLevels::Weighed SeenLevels::weighed(std::size_t group, const Weights& weights) const {
  const std::size_t levels = weights[0].size();
  Weighed found{std::vector<double>(levels), std::vector<double>(levels), 1};
  const std::size_t first = first_step(group);
  double total = 0;
  for (std::size_t step = first; step < steps; ++step) {
    const std::vector<double>& seen = seen_[step][group].levels;
    const double all = sum_of(seen);
    total += all;
    for (std::size_t level = 0; level < seen.size(); ++level) {
      found.own[level] += weights[step][level] * seen[level];
      found.any[level] += weights[step][level] * all;
    }
  }
  found.worth = total > 0 ? worth(group, first) / total : 0;
  return found;
}

std::vector<LevelShares> SeenLevels::by_group(const std::vector<double>& log_ratios) const {
  const Weights weights = weights_of(log_ratios);
  std::vector<LevelShares> groups;
  for (std::size_t group = 0; group < any_.size(); ++group) {
    const Weighed found = weighed(group, weights);
    LevelShares& shares = groups.emplace_back();
    for (std::size_t level = 0; level < log_ratios.size(); ++level) {
      shares.share.push_back(found.any[level] > 0 ? found.own[level] / found.any[level] : 0);
      shares.size.push_back(found.any[level] * found.worth);
    }
  }
  return groups;
}

LevelShares SeenLevels::of_all(const std::vector<LevelShares>& groups) const {
  const std::size_t levels = groups[0].size.size();
  LevelShares all{std::vector<double>(levels), std::vector<double>(levels)};
  for (std::size_t level = 0; level < levels; ++level) {
    double own = 0, any = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
      const double size = groups[group].size[level];
      all.size[level] += size;
      constexpr double few = enough / 6;  // of fewer, the shares of their levels are not known
      const double weight = any_[group] * size / (size + few);
      own += weight * groups[group].share[level];
      any += weight;
    }
    all.share[level] = any > 0 ? own / any : 0;
  }
  return all;
}

}  // namespace sanaq::link
