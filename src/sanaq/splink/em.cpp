#include "sanaq/splink/em.h"

#include <algorithm>
#include <cmath>

namespace sanaq::splink {
namespace {

constexpr int iterations_most = 500;
constexpr double still = 1e-7;

// Nine tenths to the first level that says something, half of the rest to each further one.
std::vector<double> first_m(const EmComparison& comparison) {
  std::vector<double> m(comparison.u.size());
  double left = 1, share = 0.9;
  std::size_t last = m.size();
  for (std::size_t level = 0; level < m.size(); ++level) {
    if (comparison.is_null[level]) continue;
    m[level] = left * share;
    left -= m[level];
    share = 0.5;
    last = level;
  }
  if (last < m.size()) m[last] += left;
  return m;
}

// What is known stays; what is not shares what is left of 1.
void keep_known(const EmComparison& comparison, std::vector<double>& m) {
  double known = 0, learnt = 0;
  for (std::size_t level = 0; level < m.size(); ++level)
    (comparison.known_m[level] > 0 ? known : learnt) +=
        comparison.known_m[level] > 0 ? comparison.known_m[level] : m[level];
  if (known == 0) return;
  const double scale = learnt > 0 ? std::max(1e-9, 1 - known) / learnt : 0;
  for (std::size_t level = 0; level < m.size(); ++level)
    m[level] = comparison.known_m[level] > 0 ? comparison.known_m[level] : m[level] * scale;
}

struct Sums {
  std::vector<std::vector<double>> matches;  // by comparison and level
  double match_pairs = 0, pairs = 0;
};

Sums expect(const std::vector<PatternCount>& counts, const std::vector<EmComparison>& comparisons,
            const EmResult& now) {
  std::vector<std::vector<double>> log_ratio(comparisons.size());
  Sums sums;
  for (std::size_t c = 0; c < comparisons.size(); ++c) {
    for (std::size_t level = 0; level < comparisons[c].u.size(); ++level)
      log_ratio[c].push_back(
          comparisons[c].is_null[level] ? 0 : std::log(now.m[c][level] / comparisons[c].u[level]));
    sums.matches.emplace_back(comparisons[c].u.size());
  }
  const double prior = std::log(now.match_share / (1 - now.match_share));
  for (const PatternCount& count : counts) {
    double log_odds = prior;
    for (std::size_t c = 0; c < comparisons.size(); ++c) log_odds += log_ratio[c][count.levels[c]];
    const double matches = count.pairs / (1 + std::exp(-log_odds));
    for (std::size_t c = 0; c < comparisons.size(); ++c)
      sums.matches[c][count.levels[c]] += matches;
    sums.match_pairs += matches;
    sums.pairs += count.pairs;
  }
  return sums;
}

}  // namespace

EmResult learn_m(const std::vector<PatternCount>& counts,
                 const std::vector<EmComparison>& comparisons) {
  EmResult now;
  for (const EmComparison& comparison : comparisons) {
    now.m.push_back(first_m(comparison));
    keep_known(comparison, now.m.back());
  }
  const std::vector<std::vector<double>> first = now.m;
  now.match_share = 0.1;
  for (now.iterations = 1; now.iterations <= iterations_most; ++now.iterations) {
    const Sums sums = expect(counts, comparisons, now);
    EmResult next = now;
    next.match_share = (sums.match_pairs + 0.1) / (sums.pairs + 1);
    double change = std::abs(next.match_share - now.match_share);
    for (std::size_t c = 0; c < comparisons.size(); ++c) {
      double said = 0;
      for (std::size_t level = 0; level < first[c].size(); ++level)
        said += comparisons[c].is_null[level] ? 0 : sums.matches[c][level];
      for (std::size_t level = 0; level < first[c].size(); ++level) {
        if (!comparisons[c].is_null[level])
          next.m[c][level] = (sums.matches[c][level] + first[c][level]) / (said + 1);
      }
      keep_known(comparisons[c], next.m[c]);
      for (std::size_t level = 0; level < first[c].size(); ++level)
        change = std::max(change, std::abs(next.m[c][level] - now.m[c][level]));
    }
    now = next;
    now.converged = change < still;
    if (now.converged) break;
  }
  return now;
}

}  // namespace sanaq::splink
