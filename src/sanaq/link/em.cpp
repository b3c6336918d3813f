#include "sanaq/link/em.h"

#include <algorithm>
#include <cmath>

#include "sanaq/link/columns.h"
#include "sanaq/link/learnt_differences.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/maximise.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/pattern_odds.h"
#include "sanaq/link/twin_slips.h"
#include "sanaq/link/usual_m.h"

namespace sanaq::link {
namespace {

PairEvidence evidence_of(const std::vector<Feature>& features, const PatternCounts& counts,
                         const std::vector<std::vector<double>>& chance,
                         const ChanceByGroup& by_group, const Moments& moments, double recall,
                         const PairTotals& totals, double matches_most) {
  PairEvidence evidence{features,
                        counts.sorted(),
                        counts.known(),
                        chance,
                        by_group,
                        moments,
                        std::clamp(recall, 0.3, 1.0),
                        totals,
                        matches_most};
  evidence.totals.across = std::max(1.0, totals.across);
  return evidence;
}

// Labelled matches show how matches differ: they move what is held to be usual, ten pseudo-counts
// against as many as there are labels, and make it weigh more against pairs that only look alike.
void learn_from_known(const std::vector<PatternCounts::Known>& known, UsualLevels& usual) {
  const auto matches = static_cast<double>(
      std::count_if(known.begin(), known.end(), [](const auto& pair) { return pair.match; }));
  if (matches == 0) return;
  for (std::size_t f = 0; f < usual.m.size(); ++f) {
    double seen = 10;
    for (double& share : usual.m[f]) share *= 10;
    for (const PatternCounts::Known& pair : known) {
      const std::uint64_t level = (pair.levels >> (4 * f)) & 15U;
      if (!pair.match || level >= usual.m[f].size()) continue;
      usual.m[f][level] += 1;
      ++seen;
    }
    for (double& share : usual.m[f]) share /= seen;
  }
  usual.weight += 20 * matches;
}

UsualLevels usual_levels(const PairEvidence& evidence) {
  UsualLevels usual;
  for (std::size_t f = 0; f < evidence.features.size(); ++f)
    usual.m.push_back(usual_m(evidence.features[f], evidence.moments.m_exact[f]));
  usual.weight = std::clamp(0.1 * evidence.moments.matches, 10.0, 100.0);
  learn_from_known(evidence.known, usual);
  return usual;
}

// Nearly as many matches as the lists allow, and chance agreement without them: where few records
// match in names and days that are known in part alone, EM from few matches holds the matches for
// chance and stays there.
PairModel with_many_matches(const PairEvidence& evidence, const UsualLevels& usual,
                            PairModel model) {
  const PairTotals& totals = evidence.totals;
  constexpr double most = 0.9, of_one_list = 0.5;
  const double matches =
      totals.one_to_one > 0 ? most * totals.one_to_one : of_one_list * evidence.records();
  model.prior_match = std::clamp(matches / totals.across, model.prior_match, 0.3);
  for (std::size_t f = 0; f < evidence.features.size(); ++f) {
    const double filled = static_cast<double>(evidence.features[f].filled) / evidence.records();
    std::vector<double> met = usual.m[f];
    for (double& share : met) share *= model.prior_match * totals.across * filled * filled;
    model.fields[f].u = chance_without_matches(evidence, f, met);
  }
  return model;
}

// Few matches, nearly all of them equal.
PairModel with_strict_matches(const PairEvidence& evidence, PairModel model, UsualLevels& usual) {
  model.prior_match = model.prior_within =
      std::max(1.0, 0.25 * evidence.moments.matches) / evidence.totals.all();
  usual.weight *= 10;
  for (std::size_t f = 0; f < evidence.features.size(); ++f)
    model.fields[f].m = usual.m[f] = usual_m(evidence.features[f], 0.95);
  return model;
}

bool mostly_differs(const std::vector<Feature>& features, const PairModel& model) {
  constexpr double agreeing_least = 0.3;
  double agreeing = 0;
  for (std::size_t f = 0; f < features.size(); ++f)
    agreeing += 1 - differing_share(features[f].kind, model.fields[f].m);
  return agreeing <= agreeing_least * static_cast<double>(features.size());
}

bool is_plausible(const PairEvidence& evidence, const PairModel& model) {
  for (std::size_t f = 0; f < evidence.features.size(); ++f) {
    if (has_text_weight(evidence.features, f)) return true;
  }
  const double wanted = (expected_levels(evidence, model).all_matches() + 1) /
                        evidence.recall;  // before it is cut to what may be
  // A class of households has about as many pairs as there are rows; a few matches are none.
  constexpr double few = 0.1;
  if (wanted < few * evidence.records()) return true;
  return wanted < 0.98 * matches_most_by_rows(evidence) &&
         wanted < 1.2 * evidence.matches_most + 2 && !mostly_differs(evidence.features, model);
}

// With m, u and the number of matches as they are.
void learn_rest(const PairEvidence& evidence, PairModel& model) {
  learn_differences(evidence, model);
  maximise_sharing(evidence, expected_levels(evidence, model), model);
  learn_slips(evidence, model);
}

Learnt climb(const PairEvidence& evidence, const UsualLevels& usual, PairModel model) {
  Learnt learnt{std::move(model), 0, false, true};
  learnt.model.differences.tilt.clear();
  constexpr int steps_most = 600;
  while (learnt.iterations < steps_most && !learnt.converged) {
    const double before = learnt.model.prior_match;
    const ExpectedLevels expected = expected_levels(evidence, learnt.model);
    maximise(evidence, expected, usual, learnt.model);
    maximise_sharing(evidence, expected, learnt.model);
    ++learnt.iterations;
    learnt.rounds.push_back({learnt.model.prior_match, learnt.model.prior_within});
    learnt.converged = std::abs(learnt.model.prior_match - before) < 1e-6 * before;
  }
  learnt.mostly_differs = mostly_differs(evidence.features, learnt.model);
  learnt.is_plausible = is_plausible(evidence, learnt.model);
  learn_rest(evidence, learnt.model);
  return learnt;
}

// The likelier of two, where both may be the class of matches or neither.
Learnt likelier(const PairEvidence& evidence, Learnt one, Learnt other) {
  const auto rank = [&](const Learnt& learnt) {
    return std::pair(learnt.is_plausible, PatternOdds(evidence, learnt.model).log_likelihood());
  };
  return rank(other) > rank(one) ? std::move(other) : std::move(one);
}

}  // namespace

PairModel first_model(const std::vector<Feature>& features,
                      const std::vector<std::vector<double>>& chance, const Moments& moments,
                      const PairTotals& totals) {
  PairModel model;
  model.prior_match = model.prior_within =
      std::clamp(moments.matches / std::max(1.0, totals.all()), 1e-12, 0.2);
  if (moments.is_count_known) {
    model.prior_match = std::min(0.3, moments.matches / std::max(1.0, totals.across));
    model.prior_within = 0.5 / std::max(1.0, totals.within);
  }
  for (std::size_t f = 0; f < features.size(); ++f) {
    model.fields.push_back({usual_m(features[f], moments.m_exact[f]), chance[f], {}});
    model.differences.share.push_back(differing_share(features[f].kind, model.fields[f].m));
  }
  return model;
}

Learnt learn(const std::vector<Feature>& features, const PatternCounts& counts,
             const std::vector<std::vector<double>>& chance, const ChanceByGroup& by_group,
             const Moments& moments, const PairModel& start, double recall,
             const PairTotals& totals, double matches_most) {
  const PairEvidence evidence =
      evidence_of(features, counts, chance, by_group, moments, recall, totals, matches_most);
  UsualLevels usual = usual_levels(evidence);
  Learnt learnt = climb(evidence, usual, start);
  constexpr double few_records = 5000;  // of more, both starts were seen to end alike
  if (!moments.is_count_known && evidence.records() <= few_records)
    learnt = likelier(evidence, std::move(learnt),
                      climb(evidence, usual, with_many_matches(evidence, usual, start)));
  if (learnt.is_plausible || !evidence.known.empty()) return learnt;
  const PairModel strict = with_strict_matches(evidence, start, usual);
  Learnt again = climb(evidence, usual, strict);
  return again.is_plausible || learnt.mostly_differs ? again : learnt;
}

Learnt learn_from_links(const std::vector<Feature>& features, const PatternCounts& counts,
                        const std::vector<LinkedPair>& links,
                        const std::vector<std::vector<double>>& chance,
                        const ChanceByGroup& by_group, const Moments& moments,
                        const PairModel& start, double recall, const PairTotals& totals) {
  const PairEvidence evidence = evidence_of(features, counts, chance, by_group, moments, recall,
                                            totals, std::numeric_limits<double>::infinity());
  UsualLevels usual = usual_levels(evidence);
  for (std::size_t f = 0; f < features.size(); ++f) usual.m[f] = start.fields[f].m;
  Learnt learnt{start, 1, true, true};
  maximise(evidence, levels_of_links(evidence, links), usual, learnt.model);
  learn_rest(evidence, learnt.model);
  return learnt;
}

}  // namespace sanaq::link
