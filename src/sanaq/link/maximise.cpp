#include "sanaq/link/maximise.h"

#include <algorithm>
#include <numeric>

#include "sanaq/link/columns.h"
#include "sanaq/link/group_shares.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/usual_m.h"

namespace sanaq::link {
namespace {

void maximise_priors(const PairEvidence& evidence, const ExpectedLevels& expected,
                     PairModel& model) {
  if (evidence.moments.is_count_known) return;
  const PairTotals& totals = evidence.totals;
  const double most =
      std::min(matches_most_by_rows(evidence), evidence.matches_most) / totals.all();
  const auto share = [&](double matches, double pairs) {
    const double least = 0.5 / pairs;
    return std::clamp((matches + 1) / (evidence.recall * pairs), least,
                      std::max(least, std::min(0.3, most)));
  };
  model.prior_match = share(expected.matches[0], totals.across);
  // Nobody stands more often twice on a list than on two.
  model.prior_within = totals.within > 0
                           ? std::min(model.prior_match, share(expected.matches[1], totals.within))
                           : model.prior_match;
}

std::vector<double> log_ratios_of(Kind kind, const FieldModel& field) {
  std::vector<double> ratios;
  for (std::size_t level = 0; level < field.m.size(); ++level)
    ratios.push_back(comparable_log_ratio(kind, field.m, field.u, level));
  return ratios;
}

void maximise_m(const LevelShares& seen, const std::vector<double>& known,
                const std::vector<double>& usual, double weight, std::vector<double>& m) {
  const double labels = std::accumulate(known.begin(), known.end(), 0.0);
  double all = 0;
  for (std::size_t level = 0; level < m.size(); ++level) {
    const double matches = std::max(0.0, seen.share[level] * seen.size[level] + known[level]);
    m[level] =
        (matches + weight * usual[level]) / std::max(weight, seen.size[level] + labels + weight);
    all += m[level];
  }
  for (double& share : m) share /= all;
}

// `share`: of all pairs, those in which the chance is.
std::vector<double> without_matches(const PairEvidence& evidence, const Feature& feature,
                                    std::vector<double> u, const std::vector<double>& met,
                                    double share) {
  const auto filled = static_cast<double>(feature.filled);
  const double records = evidence.records();
  const double pairs = share * evidence.totals.all() * (filled / records) *
                       ((filled - 1) / std::max(1.0, records - 1));
  // Chance within lists has no matches in it.
  for (std::size_t level = feature.chance_within.size(); level < u.size(); ++level)
    u[level] = std::max(0.05 * u[level], u[level] - met[level] / std::max(1.0, pairs));
  const double all = std::accumulate(u.begin(), u.end(), 0.0);
  for (double& part : u) part /= all;
  return u;
}

void maximise_by_group(const PairEvidence& evidence, std::size_t f, const ExpectedLevels& expected,
                       const std::vector<LevelShares>& seen, FieldModel& field) {
  const Feature& feature = evidence.features[f];
  std::vector<int> classes;
  for (std::size_t level = 0; level < field.m.size(); ++level)
    classes.push_back(level_class(feature.kind, static_cast<int>(level)));
  const std::vector<std::vector<double>> shares = shares_by_group(seen, field.m, classes);
  field.by_group.resize(shares.size());
  for (std::size_t g = 0; g < shares.size(); ++g) {
    FieldModel::OfGroup& group = field.by_group[g];
    group.m = shares[g];
    bound_m(feature, group.m);
    group.u = without_matches(evidence, feature, evidence.chance_by_group[f][g],
                              expected.met_of_groups[f][g],
                              evidence.totals.of_group[g] / evidence.totals.all());
  }
}

}  // namespace

double matches_most_by_rows(const PairEvidence& evidence) {
  // Moments do not look at whole names; where names are learnt from, they are the better witness of
  // how many match.
  const bool learns_names =
      std::any_of(evidence.features.begin(), evidence.features.end(),
                  [](const Feature& feature) { return feature.kind == Kind::name; });
  return evidence.moments.has_count && !learns_names
             ? std::max(3 * evidence.moments.matches, 2 * evidence.totals.one_to_one)
             : 20 * evidence.records();
}

std::vector<double> chance_without_matches(const PairEvidence& evidence, std::size_t feature,
                                           const std::vector<double>& met) {
  return without_matches(evidence, evidence.features[feature], evidence.chance[feature], met, 1);
}

void maximise(const PairEvidence& evidence, const ExpectedLevels& expected,
              const UsualLevels& usual, PairModel& model) {
  maximise_priors(evidence, expected, model);
  for (std::size_t f = 0; f < evidence.features.size(); ++f) {
    if (has_text_weight(evidence.features, f)) continue;
    const Feature& feature = evidence.features[f];
    FieldModel& field = model.fields[f];
    const std::vector<LevelShares> seen =
        expected.seen[f].by_group(log_ratios_of(feature.kind, field));
    maximise_m(expected.seen[f].of_all(seen), expected.known[f], usual.m[f], usual.weight, field.m);
    field.u = chance_without_matches(evidence, f, expected.met[f]);
    bound_m(feature, field.m);
    if (evidence.has_groups(f)) maximise_by_group(evidence, f, expected, seen, field);
    model.differences.share[f] = differing_share(feature.kind, field.m);
  }
}

void maximise_sharing(const PairEvidence& evidence, const ExpectedLevels& expected,
                      PairModel& model) {
  constexpr double few = 3;
  for (std::size_t f = 0; f < evidence.features.size(); ++f) {
    if (evidence.features[f].kind != Kind::name || has_text_weight(evidence.features, f)) continue;
    std::vector<double>& sharing = model.fields[f].sharing;
    sharing.assign(expected.shared[f].size(), 0.0);
    for (std::size_t level = 0; level < sharing.size(); ++level) {
      if (expected.shared[f][level] >= few)
        sharing[level] = expected.shares[f][level] / expected.shared[f][level];
    }
  }
}

}  // namespace sanaq::link
