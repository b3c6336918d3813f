#include "sanaq/link/expected_levels.h"

#include <algorithm>

#include "sanaq/link/columns.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/pattern_odds.h"
#include "sanaq/link/result.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

// Pairs of one pattern, and how many of them are matches.
struct Met {
  std::uint64_t levels = 0;
  std::uint32_t fields = 0, group = 0;
  double matches = 0, squares = 0;  // as in SeenLevels
};

ExpectedLevels nothing_expected(const PairEvidence& evidence) {
  const std::size_t groups = evidence.totals.group_within.size();
  ExpectedLevels none;
  for (const std::vector<double>& u : evidence.chance) {
    none.met.emplace_back(u.size());
    none.seen.emplace_back(groups, u.size());
  }
  none.shared = none.shares = none.known = none.met;
  for (const std::vector<double>& of_feature : none.met)
    none.met_of_groups.emplace_back(groups, of_feature);
  return none;
}

template <typename Pair>
std::size_t is_within(const PairEvidence& evidence, const Pair& pair) {
  return evidence.totals.group_within[pair.group] ? 1 : 0;
}

// `by_others`: log odds by the other fields, of each feature.
template <typename ByOthers>
void add(const PairEvidence& evidence, const Met& met, const ByOthers& by_others,
         ExpectedLevels& sums) {
  sums.matches[is_within(evidence, met)] += met.matches;
  for (std::size_t f = 0; f < evidence.features.size(); ++f) {
    const std::uint64_t level = level_of(evidence, met, f);
    if (level == no_level) continue;
    sums.met[f][level] += met.matches;
    if (evidence.has_groups(f)) sums.met_of_groups[f][met.group][level] += met.matches;
    sums.seen[f].add_any(met.group, met.matches);
    if (met.fields & (1U << f))
      sums.seen[f].add(met.group, level, by_others(f), met.matches, met.squares);
  }
}

void add_sharing(const PairEvidence& evidence, const PatternCounts::Pattern& pattern,
                 double matches, ExpectedLevels& sums) {
  for (std::size_t f = 0; f < evidence.features.size(); ++f) {
    const std::uint64_t level = level_of(evidence, pattern, f);
    if (evidence.features[f].kind != Kind::name || level == no_level) continue;
    const double sharing = matches * pattern.shared / pattern.count;
    sums.shared[f][level] += sharing;
    sums.shares[f][level] +=
        sharing * sharing_share(evidence.features[f], pattern.sharing / pattern.shared);
  }
}

void correct_by_known(const PairEvidence& evidence, const PatternOdds& odds, ExpectedLevels& sums) {
  for (const PatternCounts::Known& pair : evidence.known) {
    const double said = pair.is_candidate ? num::inverse_logit(odds.log_odds(pair)) : 0;
    const double change = (pair.match ? 1 : 0) - said;
    double& matches = sums.matches[is_within(evidence, pair)];
    matches = std::max(0.0, matches + change);
    for (std::size_t f = 0; f < evidence.features.size(); ++f) {
      const std::uint64_t level = level_of(evidence, pair, f);
      if (level == no_level) continue;
      sums.known[f][level] += change;
      sums.met[f][level] = std::max(0.0, sums.met[f][level] + change);
    }
  }
}

}  // namespace

ExpectedLevels expected_levels(const PairEvidence& evidence, const PairModel& model) {
  const PatternOdds odds(evidence, model);
  ExpectedLevels sums = nothing_expected(evidence);
  PatternOdds::OfFields of_field{};
  for (const PatternCounts::Pattern& pattern : evidence.patterns) {
    const double log_odds = odds.log_odds(pattern, of_field);
    const double matches = pattern.count * num::inverse_logit(log_odds);
    add(
        evidence,
        {pattern.levels, pattern.fields, pattern.group, matches,
         matches * pattern.squares / pattern.count},
        [&](std::size_t f) { return log_odds - of_field[f]; }, sums);
    if (pattern.shared > 0) add_sharing(evidence, pattern, matches, sums);
  }
  correct_by_known(evidence, odds, sums);
  return sums;
}

ExpectedLevels levels_of_links(const PairEvidence& evidence, const std::vector<LinkedPair>& links) {
  ExpectedLevels sums = nothing_expected(evidence);
  for (const LinkedPair& link : links) {
    const double p = link.probability;
    // What the register holds to be likely is counted as it is.
    constexpr double likely = 0.05, decided = 9;
    const double log_odds = num::logit(std::clamp(p, 1e-9, 1 - 1e-9));
    add(
        evidence, {link.levels, link.fields, link.group, p, p},
        [&](std::size_t) { return p > likely ? decided : log_odds; }, sums);
  }
  return sums;
}

}  // namespace sanaq::link
