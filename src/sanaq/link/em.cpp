#include "sanaq/link/em.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <numeric>
#include <tuple>

#include "sanaq/link/group_shares.h"
#include "sanaq/link/seen_levels.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

constexpr auto name_near = static_cast<std::size_t>(NameAgreement::near);  // and what is beyond it
constexpr auto name_differs = static_cast<std::size_t>(NameAgreement::differs);

// How matches that are not equal usually differ.
std::vector<double> usual_differences(Kind kind) {
  switch (kind) {
    case Kind::name:
      return {0.31, 0.12, 0.15, 0.08, 0.09, 0.03, 0.09, 0.04, 0.02, 0.01, 0.04, 0.01, 0.005, 0.002};
    case Kind::text:
      return {0.40, 0.20, 0.10, 0.10, 0.05, 0.15};
    case Kind::date:
      return {0.36, 0.08, 0.22, 0.06, 0.06, 0.06, 0, 0, 0, 0, 0.16};
    case Kind::code:
      return {0.40, 0.20, 0.10, 0.30};
    case Kind::number:
      return {0.40, 0.20, 0.10, 0.30};
    case Kind::category:
      return {1};
    case Kind::email:
      return {0.30, 0.15, 0.15, 0.10, 0.30};
  }
  return {};
}

// Of dates only the pairs of two whole days can be equal; what others usually show.
void share_with_parts(std::vector<double>& m, const Feature& feature) {
  constexpr std::array<double, 4> parts{0.6, 0.3, 0.06, 0.04};
  const double whole = static_cast<double>(feature.filled_whole) /
                       static_cast<double>(std::max<std::int64_t>(1, feature.filled));
  const double both = std::clamp(whole * whole, 0.01, 0.99);
  std::size_t part = 0;
  for (std::size_t level = 0; level < m.size(); ++level) {
    m[level] = level_class(Kind::date, static_cast<int>(level)) == 0 ? both * m[level]
                                                                     : (1 - both) * parts[part++];
  }
}

std::vector<double> usual_m(const Feature& feature, double exact) {
  const std::vector<double> rest = usual_differences(feature.kind);
  if (!feature.m_across.empty()) return feature.m_across;
  if (feature.kind == Kind::name) return rest;
  std::vector<double> m(exact_levels, 0.0);
  const std::uint32_t most = *std::max_element(feature.counts.begin() + 1, feature.counts.end());
  for (std::size_t code = 1; code < feature.counts.size(); ++code) {
    m[static_cast<std::size_t>(exact_level(feature.counts[code], most))] +=
        static_cast<double>(feature.counts[code]) / static_cast<double>(feature.filled);
  }
  for (double& share : m) share = exact * (0.98 * share + 0.005);
  for (const double share : rest) m.push_back((1 - exact) * share);
  if (feature.kind == Kind::date) share_with_parts(m, feature);
  return m;
}

// Expected matches.
struct Sums {
  std::vector<SeenLevels> seen;            // by feature, where a rule without it found them
  std::vector<std::vector<double>> met;    // by feature and level, whatever rule found them
  ChanceByGroup met_of_groups;             // by feature, group and level
  std::vector<std::vector<double>> known;  // by feature and level, what labels add
  std::array<double, 2> matches{};         // of two lists; of one
  // By feature and level of whole names: matches whose names have sounds in common, and the sum of
  // the shares of records that have these.
  std::vector<std::vector<double>> shared, shares;
  [[nodiscard]] double all_matches() const { return matches[0] + matches[1]; }
};

class Em {
 public:
  Em(const std::vector<Feature>& features, const PatternCounts& counts,
     const std::vector<std::vector<double>>& chance, const ChanceByGroup& by_group,
     const Moments& moments, double recall, const PairTotals& totals, double matches_most)
      : features_(features),
        patterns_(counts.sorted()),
        known_(counts.known()),
        chance_(chance),
        chance_by_group_(by_group),
        moments_(moments),
        recall_(std::clamp(recall, 0.3, 1.0)),
        totals_(totals),
        matches_most_(matches_most) {
    totals_.across = std::max(1.0, totals_.across);
    for (std::size_t f = 0; f < features.size(); ++f)
      usual_.push_back(usual_m(features[f], moments.m_exact[f]));
    weight_ = std::clamp(0.1 * moments.matches, 10.0, 100.0);
    learn_from_known();
  }

  // From the moments; where that ends in no class of matches, once more from near-equal records.
  Learnt run(const PairModel& start) {
    Learnt learnt = climb(start);
    constexpr std::size_t few_records = 5000;  // of more, both starts were seen to end alike
    if (!moments_.is_count_known && features_[0].codes.size() <= few_records) {
      Learnt other = climb(with_many_matches(start));
      if (std::pair(other.is_plausible, log_likelihood(other.model)) >
          std::pair(learnt.is_plausible, log_likelihood(learnt.model)))
        learnt = std::move(other);
    }
    if (learnt.is_plausible || !known_.empty()) return learnt;
    PairModel strict = start;
    strict.prior_match = strict.prior_within =
        std::max(1.0, 0.25 * moments_.matches) / (totals_.across + totals_.within);
    weight_ *= 10;
    for (std::size_t f = 0; f < features_.size(); ++f)
      strict.fields[f].m = usual_[f] = usual_m(features_[f], 0.95);
    Learnt again = climb(strict);
    return again.is_plausible || learnt.mostly_differs ? again : learnt;
  }

  Learnt once_more(PairModel model, const std::vector<LinkedPair>& links) {
    for (std::size_t f = 0; f < features_.size(); ++f) usual_[f] = model.fields[f].m;
    maximise(model, expect_of(links));
    Learnt learnt{std::move(model), 1, true, true};
    learn_rest(learnt.model);
    return learnt;
  }

 private:
  void learn_rest(PairModel& model) const {
    model.differences.tilt.clear();
    learn_differences(model);
    maximise_sharing(model, expect(model));
    learn_slips(model);
  }

  // Pairs of one pattern, and how many of them are matches.
  struct Met {
    std::uint64_t levels = 0;
    std::uint32_t fields = 0, group = 0;
    double matches = 0, squares = 0;  // as in SeenLevels
  };

  // Adds up expected matches, of patterns or of links.
  class Expectation {
   public:
    explicit Expectation(const Em& em) : em_(&em) {
      for (const auto& u : em.chance_) {
        sums.met.emplace_back(u.size());
        sums.seen.emplace_back(em.totals_.group_within.size(), u.size());
      }
      sums.shared = sums.shares = sums.known = sums.met;
      for (std::size_t f = 0; f < em.chance_.size(); ++f)
        sums.met_of_groups.emplace_back(em.totals_.group_within.size(), sums.met[f]);
    }

    // `by_others`: log odds by the other fields, of each feature.
    template <typename ByOthers>
    void add(const Met& met, const ByOthers& by_others) {
      sums.matches[em_->is_within(met)] += met.matches;
      for (std::size_t f = 0; f < em_->features_.size(); ++f) {
        const std::uint64_t level = em_->level_of(met, f);
        if (level == no_level) continue;
        sums.met[f][level] += met.matches;
        if (em_->has_groups(f)) sums.met_of_groups[f][met.group][level] += met.matches;
        sums.seen[f].add_any(met.group, met.matches);
        if (met.fields & (1U << f))
          sums.seen[f].add(met.group, level, by_others(f), met.matches, met.squares);
      }
    }

    Sums sums;

   private:
    const Em* em_;
  };

  // None where the field is not filled, or is weighed by its text.
  template <typename Pair>
  std::uint64_t level_of(const Pair& pair, std::size_t f) const {
    return has_text_weight(features_, f) ? no_level : (pair.levels >> (4 * f)) & 15U;
  }
  bool has_groups(std::size_t f) const {
    return !chance_by_group_.empty() && !chance_by_group_[f].empty() &&
           !has_text_weight(features_, f);
  }

  Sums expect_of(const std::vector<LinkedPair>& links) const {
    Expectation expectation(*this);
    for (const LinkedPair& link : links) {
      const double p = link.probability;
      // What the register holds to be likely is counted as it is.
      constexpr double likely = 0.05, decided = 9;
      const double log_odds = num::logit(std::clamp(p, 1e-9, 1 - 1e-9));
      expectation.add({link.levels, link.fields, link.group, p, p},
                      [&](std::size_t) { return p > likely ? decided : log_odds; });
    }
    return std::move(expectation.sums);
  }

  // Nearly as many matches as the lists allow, and chance agreement without them: where few records
  // match in names and days that are known in part alone, EM from few matches holds the matches for
  // chance and stays there.
  PairModel with_many_matches(PairModel model) const {
    const auto records = static_cast<double>(features_[0].codes.size());
    constexpr double most = 0.9, of_one_list = 0.5;
    const double matches =
        totals_.one_to_one > 0 ? most * totals_.one_to_one : of_one_list * records;
    model.prior_match = std::clamp(matches / totals_.across, model.prior_match, 0.3);
    for (std::size_t f = 0; f < features_.size(); ++f) {
      const double filled = static_cast<double>(features_[f].filled) / records;
      std::vector<double> met = usual_[f];
      for (double& share : met) share *= model.prior_match * totals_.across * filled * filled;
      model.fields[f].u = chance_without_matches(f, met);
    }
    return model;
  }

  double log_likelihood(const PairModel& model) const {
    const Table table = tabulate(model);
    const Priors priors = priors_of(model);
    double sum = 0;
    for (const PatternCounts::Pattern& pattern : patterns_) {
      double log_u = -num::log_add(0, priors[is_within(pattern)]);
      for (std::size_t f = 0; f < features_.size(); ++f) {
        const std::uint64_t level = (pattern.levels >> (4 * f)) & 15U;
        if (level == no_level || has_text_weight(features_, f)) continue;
        const FieldModel& field = model.fields[f];
        log_u += std::log(field.by_group.empty() ? field.u[level]
                                                 : field.by_group[pattern.group].u[level]);
      }
      const double log_odds = priors[is_within(pattern)] + pattern_log_ratio(model, table, pattern);
      sum += pattern.count * (log_u + num::log_add(0, log_odds));
    }
    return sum;
  }

  Learnt climb(PairModel model) const {
    Learnt learnt{std::move(model), 0, false, true};
    learnt.model.differences.tilt.clear();
    while (learnt.iterations < 600 && !learnt.converged) {
      const double before = learnt.model.prior_match;
      const Sums sums = expect(learnt.model);
      maximise(learnt.model, sums);
      maximise_sharing(learnt.model, sums);
      ++learnt.iterations;
      learnt.converged = std::abs(learnt.model.prior_match - before) < 1e-6 * before;
    }
    learnt.mostly_differs = mostly_differs(learnt.model);
    learnt.is_plausible = is_plausible(learnt.model);
    learn_rest(learnt.model);
    return learnt;
  }

  // Most matches that rows of persons may make.
  double most_by_rows() const {
    // Moments do not look at whole names; where names are learnt from, they are the better witness
    // of how many match.
    const bool learns_names =
        std::any_of(features_.begin(), features_.end(),
                    [](const Feature& feature) { return feature.kind == Kind::name; });
    return moments_.has_count && !learns_names
               ? std::max(3 * moments_.matches, 2 * totals_.one_to_one)
               : 20 * static_cast<double>(features_[0].codes.size());
  }

  bool is_plausible(const PairModel& model) const {
    for (std::size_t f = 0; f < features_.size(); ++f) {
      if (has_text_weight(features_, f)) return true;
    }
    const double wanted =
        (expect(model).all_matches() + 1) / recall_;  // before it is cut to what may be
    // A class of households has about as many pairs as there are rows; a few matches are none.
    constexpr double few = 0.1;
    if (wanted < few * static_cast<double>(features_[0].codes.size())) return true;
    return wanted < 0.98 * most_by_rows() && wanted < 1.2 * matches_most_ + 2 &&
           !mostly_differs(model);
  }

  bool mostly_differs(const PairModel& model) const {
    constexpr double agreeing_least = 0.3;
    double agreeing = 0;
    for (std::size_t f = 0; f < features_.size(); ++f)
      agreeing += 1 - differing_share(features_[f].kind, model.fields[f].m);
    return agreeing <= agreeing_least * static_cast<double>(features_.size());
  }

  using Weights = std::array<double, 16>;  // log(m/u) by level; [no_level] is 0
  struct Table {
    std::vector<Weights> alone;                 // by feature
    std::vector<std::vector<Weights>> below;    // where its parents agree
    std::vector<std::vector<Weights>> changes;  // by feature and group (changes_of_group)
  };

  FieldMasks masks_of(std::uint64_t levels) const {
    std::array<std::int8_t, 32> alone{};
    for (std::size_t f = 0; f < features_.size(); ++f) {
      const std::uint64_t level = (levels >> (4 * f)) & 15U;
      alone[f] = level == no_level || has_text_weight(features_, f)
                     ? missing
                     : static_cast<std::int8_t>(level);
    }
    return field_masks(features_, alone.data());
  }

  Weights weights_alone(const PairModel& model, std::size_t f) const {
    Weights weights{};
    const FieldModel& field = model.fields[f];
    for (std::size_t level = 0; level < no_level; ++level) {
      if (has_text_weight(features_, f)) {
        weights[level] = text_bits_scale * (bits_of_name_step(level) - text_bits_of_one_person) *
                             std::numbers::ln2 -
                         num::logit(model.prior_match);
      } else if (level < field.m.size()) {
        weights[level] = comparable_log_ratio(features_[f].kind, field.m, field.u, level);
      }
    }
    return weights;
  }

  static Weights weights_below(Kind kind, const FieldModel& field, const Parent& parent) {
    Weights weights{};
    for (std::size_t level = 0; level < field.m.size(); ++level) {
      weights[level] =
          level_log_ratio(kind, field.m, parent.u, level) -
          (is_exact(kind, static_cast<int>(level)) ? exact_log_share(kind, parent.u) : 0);
    }
    return weights;
  }

  Table tabulate(const PairModel& model) const {
    Table table;
    for (std::size_t f = 0; f < features_.size(); ++f) {
      table.alone.push_back(weights_alone(model, f));
      table.below.emplace_back();
      table.changes.emplace_back();
      for (const FieldModel::OfGroup& group : model.fields[f].by_group) {
        const std::vector<double> changes =
            changes_of_group(features_[f].kind, model.fields[f], group);
        std::copy(changes.begin(), changes.end(), table.changes.back().emplace_back().begin());
      }
      for (const Parent& parent : model.fields[f].parents)
        table.below.back().push_back(weights_below(features_[f].kind, model.fields[f], parent));
    }
    return table;
  }

  using FieldRatios = std::array<double, 16>;
  // Of each field; returns their sum.
  double pattern_log_ratios(const PairModel& model, const Table& table, std::uint64_t levels,
                            std::uint32_t group, FieldRatios& of_field) const {
    double sum = 0;
    for (std::size_t f = 0; f < features_.size(); ++f) {
      const Weights* weights = &table.alone[f];
      const std::vector<Parent>& parents = model.fields[f].parents;
      for (std::size_t at = parents.size(); at-- > 0;) {
        const std::uint64_t level = (levels >> (4 * parents[at].field)) & 15U;
        if (level != no_level &&
            parents[at].holds(features_[parents[at].field].kind, static_cast<int>(level)))
          weights = &table.below[f][at];
      }
      const std::uint64_t level = (levels >> (4 * f)) & 15U;
      of_field[f] = (*weights)[level];
      if (!table.changes[f].empty()) of_field[f] += table.changes[f][group][level];
      sum += of_field[f];
    }
    return sum;
  }

  double pattern_log_ratio(const PairModel& model, const Table& table,
                           const PatternCounts::Known& pair) const {
    FieldRatios of_field{};
    return pattern_log_ratios(model, table, pair.levels, pair.group, of_field);
  }
  double pattern_log_ratio(const PairModel& model, const Table& table,
                           const PatternCounts::Pattern& pattern) const {
    FieldRatios of_field{};
    return pattern_log_ratios(model, table, pattern, of_field);
  }

  // The same with how rare the pattern's names are.
  double pattern_log_ratios(const PairModel& model, const Table& table,
                            const PatternCounts::Pattern& pattern, FieldRatios& of_field) const {
    double sum = pattern_log_ratios(model, table, pattern.levels, pattern.group, of_field);
    if (pattern.shared <= 0) return sum;
    for (std::size_t f = 0; f < features_.size(); ++f) {
      const std::uint64_t level = (pattern.levels >> (4 * f)) & 15U;
      if (features_[f].kind != Kind::name || level == no_level || has_text_weight(features_, f))
        continue;
      const double rarity =
          rarity_log_ratio(model.fields[f], features_[f], level, pattern.sharing / pattern.shared);
      of_field[f] += rarity;
      sum += rarity;
    }
    return sum;
  }

  template <typename Pair>
  std::size_t is_within(const Pair& pair) const {
    return totals_.group_within[pair.group] ? 1 : 0;
  }

  // Log odds of any two records, by whether they are of one list.
  using Priors = std::array<double, 2>;
  static Priors priors_of(const PairModel& model) {
    return {num::logit(model.prior_match), num::logit(model.prior_within)};
  }

  // Labelled matches show how matches differ: they move what is held to be usual, ten pseudo-counts
  // against as many as there are labels, and make it weigh more against pairs that only look alike.
  void learn_from_known() {
    double matches = 0;
    for (const PatternCounts::Known& pair : known_) matches += pair.match;
    if (matches == 0) return;
    for (std::size_t f = 0; f < features_.size(); ++f) {
      double seen = 10;
      for (double& share : usual_[f]) share *= 10;
      for (const PatternCounts::Known& pair : known_) {
        const std::uint64_t level = (pair.levels >> (4 * f)) & 15U;
        if (!pair.match || level >= usual_[f].size()) continue;
        usual_[f][level] += 1;
        ++seen;
      }
      for (double& share : usual_[f]) share /= seen;
    }
    weight_ += 20 * matches;
  }

  // A pair of a pattern that differs in some field, and what of it does not change while t is
  // learnt.
  struct Differing {
    FieldMasks masks;
    std::uint32_t free = 0;  // fields whose agreement blocking did not choose
    double count = 0, log_odds = 0;
    FieldRatios of_field{};
  };

  std::vector<Differing> differing_patterns(const PairModel& model) const {
    constexpr double improbable = -12;
    const Table table = tabulate(model);
    const Priors priors = priors_of(model);
    std::vector<Differing> found;
    for (const PatternCounts::Pattern& pattern : patterns_) {
      Differing of{masks_of(pattern.levels), pattern.fields, pattern.count, 0, {}};
      if ((of.masks.differing & model.differences.counted()) == 0) continue;
      of.log_odds =
          priors[is_within(pattern)] + pattern_log_ratios(model, table, pattern, of.of_field);
      if (of.log_odds > improbable) found.push_back(of);
    }
    return found;
  }

  // How many fields differ at once (differences.h), with m, u and the number of matches as they
  // are, from what fields besides each two say: strangers who agree in the others differ in two
  // fields far more often than matches do.
  void learn_differences(PairModel& model) const {
    if (features_.size() < 3 || moments_.is_count_known) return;
    const std::vector<Differing> patterns = differing_patterns(model);
    constexpr int rounds = 15;
    double lift = 1;
    for (int round = 0; round < rounds; ++round) {
      DifferencePairs pairs;
      const ExpectedWith expected = expected_with(model.differences);
      for (const Differing& pattern : patterns) add_differences(model, pattern, expected, pairs);
      for (const PatternCounts::Known& pair : known_)
        add_known_differences(model, pair, expected, pairs);
      lift = pairs.next_lift(lift);
      model.differences.tilt = tilt_of_lift(model.differences, lift);
    }
  }

  using ExpectedWith = std::vector<std::vector<double>>;  // differing_with of each two fields
  ExpectedWith expected_with(const Differences& differences) const {
    ExpectedWith expected(features_.size(), std::vector<double>(features_.size()));
    for (std::size_t f = 0; f < features_.size(); ++f) {
      for (std::size_t g = 0; g < features_.size(); ++g) {
        if (f != g && ((differences.counted() >> f) & (differences.counted() >> g) & 1U) != 0)
          expected[f][g] = differing_with(differences, f, g);
      }
    }
    return expected;
  }

  template <typename Take>
  void each_two_of(const PairModel& model, const FieldMasks& masks, std::uint32_t free,
                   const Take& take) const {
    const std::uint32_t counted = masks.filled & free & model.differences.counted();
    for (std::size_t f = 0; f < features_.size(); ++f) {
      if ((counted & masks.differing & (1U << f)) == 0) continue;
      for (std::size_t g = 0; g < features_.size(); ++g) {
        if (f != g && (counted & (1U << g)) != 0) take(f, g, (masks.differing & (1U << g)) != 0);
      }
    }
  }

  double tilt_of(const PairModel& model, const FieldMasks& masks) const {
    return difference_log_ratio(model.differences, masks.filled,
                                std::popcount(masks.differing & model.differences.counted()));
  }

  void add_differences(const PairModel& model, const Differing& pattern,
                       const ExpectedWith& expected, DifferencePairs& pairs) const {
    const double matches =
        pattern.count * num::inverse_logit(pattern.log_odds + tilt_of(model, pattern.masks));
    each_two_of(model, pattern.masks, pattern.free, [&](std::size_t f, std::size_t g, bool both) {
      // A pair in which both differ is decided by the other fields as far as this says; others
      // count as it would.
      const double by_others = pattern.log_odds - pattern.of_field[f] - pattern.of_field[g];
      const double weight = num::inverse_logit(by_others + log_ratio_of_differing(model, f) +
                                               log_ratio_of_differing(model, g));
      pairs.add(expected[f][g], model.differences.share[g], both, weight * matches);
    });
  }

  double log_ratio_of_differing(const PairModel& model, std::size_t f) const {
    return std::log(model.differences.share[f] /
                    differing_share(features_[f].kind, model.fields[f].u));
  }

  // How many share their names with matches, by the level at which their names agree.
  void maximise_sharing(PairModel& model, const Sums& sums) const {
    constexpr double few = 3;
    for (std::size_t f = 0; f < features_.size(); ++f) {
      if (features_[f].kind != Kind::name || has_text_weight(features_, f)) continue;
      std::vector<double>& sharing = model.fields[f].sharing;
      sharing.assign(sums.shared[f].size(), 0.0);
      for (std::size_t level = 0; level < sharing.size(); ++level) {
        if (sums.shared[f][level] >= few)
          sharing[level] = sums.shares[f][level] / sums.shared[f][level];
      }
    }
  }

  // m of given names from matches whose births are alike and not equal: twins are not among them.
  void learn_slips(PairModel& model) const {
    Twins& twins = model.twins;
    if (!twins.is_known) return;
    const std::size_t name = twins.name < features_.size() ? twins.name : twins.given;
    constexpr double usual_matches = 20, usual_most = 0.005;
    const Table table = tabulate(model);
    const Priors priors = priors_of(model);
    twins.m.clear();
    double all = usual_matches;
    for (std::size_t level = 0; level < model.fields[name].m.size(); ++level)
      twins.m.push_back(usual_matches * std::min(usual_most, model.fields[name].m[level]));
    for (const PatternCounts::Pattern& pattern : patterns_) {
      const std::uint64_t birth = (pattern.levels >> (4 * twins.birth)) & 15U,
                          level = (pattern.levels >> (4 * name)) & 15U;
      if (birth < exact_levels || birth == no_level || level == no_level) continue;
      const double p =
          num::inverse_logit(priors[is_within(pattern)] + pattern_log_ratio(model, table, pattern));
      if (p < 0.5) continue;  // many improbable pairs would look like a few matches
      twins.m[level] += p * pattern.count;
      all += p * pattern.count;
    }
    for (double& share : twins.m) share /= all;
  }

  void add_known_differences(const PairModel& model, const PatternCounts::Known& pair,
                             const ExpectedWith& expected, DifferencePairs& pairs) const {
    if (!pair.match) return;
    const FieldMasks masks = masks_of(pair.levels);
    each_two_of(model, masks, ~0U, [&](std::size_t f, std::size_t g, bool both) {
      pairs.add(expected[f][g], model.differences.share[g], both, 1);
    });
  }

  // What is known of a pair replaces what the model says of it.
  void correct_by_known(const PairModel& model, const Table& table, Sums& sums) const {
    const Priors priors = priors_of(model);
    for (const PatternCounts::Known& pair : known_) {
      const double said =
          pair.is_candidate
              ? num::inverse_logit(priors[is_within(pair)] + pattern_log_ratio(model, table, pair))
              : 0;
      const double change = (pair.match ? 1 : 0) - said;
      sums.matches[is_within(pair)] = std::max(0.0, sums.matches[is_within(pair)] + change);
      for (std::size_t f = 0; f < features_.size(); ++f) {
        const std::uint64_t level = (pair.levels >> (4 * f)) & 15U;
        if (level == no_level || has_text_weight(features_, f)) continue;
        sums.known[f][level] += change;
        sums.met[f][level] = std::max(0.0, sums.met[f][level] + change);
      }
    }
  }

  Sums expect(const PairModel& model) const {
    const Table table = tabulate(model);
    const Priors priors = priors_of(model);
    Expectation expectation(*this);
    FieldRatios of_field{};
    for (const PatternCounts::Pattern& pattern : patterns_) {
      const double log_odds =
          priors[is_within(pattern)] + pattern_log_ratios(model, table, pattern, of_field);
      const double matches = pattern.count * num::inverse_logit(log_odds);
      expectation.add({pattern.levels, pattern.fields, pattern.group, matches,
                       matches * pattern.squares / pattern.count},
                      [&](std::size_t f) { return log_odds - of_field[f]; });
      if (pattern.shared > 0) add_sharing(pattern, matches, expectation.sums);
    }
    Sums sums = std::move(expectation.sums);
    correct_by_known(model, table, sums);
    return sums;
  }

  void add_sharing(const PatternCounts::Pattern& pattern, double matches, Sums& sums) const {
    for (std::size_t f = 0; f < features_.size(); ++f) {
      const std::uint64_t level = level_of(pattern, f);
      if (features_[f].kind != Kind::name || level == no_level) continue;
      const double sharing = matches * pattern.shared / pattern.count;
      sums.shared[f][level] += sharing;
      sums.shares[f][level] +=
          sharing * sharing_share(features_[f], pattern.sharing / pattern.shared);
    }
  }

  void maximise_priors(PairModel& model, const Sums& sums) const {
    if (moments_.is_count_known) return;
    const double all = totals_.across + totals_.within;
    const double most = std::min(most_by_rows(), matches_most_) / all;
    const auto share = [&](double matches, double pairs) {
      const double least = 0.5 / pairs;
      return std::clamp((matches + 1) / (recall_ * pairs), least,
                        std::max(least, std::min(0.3, most)));
    };
    model.prior_match = share(sums.matches[0], totals_.across);
    // Nobody stands more often twice on a list than on two.
    model.prior_within = totals_.within > 0
                             ? std::min(model.prior_match, share(sums.matches[1], totals_.within))
                             : model.prior_match;
  }

  void maximise(PairModel& model, const Sums& sums) const {
    maximise_priors(model, sums);
    for (std::size_t f = 0; f < features_.size(); ++f) {
      if (has_text_weight(features_, f)) continue;
      FieldModel& field = model.fields[f];
      const std::vector<double> log_ratios = log_ratios_of(features_[f].kind, field);
      const std::vector<LevelShares> seen = sums.seen[f].by_group(log_ratios);
      maximise_m(field.m, sums.seen[f].of_all(seen), sums.known[f], usual_[f]);
      field.u = chance_without_matches(f, sums.met[f]);
      bound_levels(f, field.m);
      if (has_groups(f)) maximise_by_group(field, f, sums, seen);
      model.differences.share[f] = differing_share(features_[f].kind, field.m);
    }
  }

  static std::vector<double> log_ratios_of(Kind kind, const FieldModel& field) {
    std::vector<double> ratios;
    for (std::size_t level = 0; level < field.m.size(); ++level)
      ratios.push_back(comparable_log_ratio(kind, field.m, field.u, level));
    return ratios;
  }

  void maximise_m(std::vector<double>& m, const LevelShares& seen, const std::vector<double>& known,
                  const std::vector<double>& usual) const {
    const double labels = std::accumulate(known.begin(), known.end(), 0.0);
    double all = 0;
    for (std::size_t level = 0; level < m.size(); ++level) {
      const double matches = std::max(0.0, seen.share[level] * seen.size[level] + known[level]);
      m[level] = (matches + weight_ * usual[level]) /
                 std::max(weight_, seen.size[level] + labels + weight_);
      all += m[level];
    }
    for (double& share : m) share /= all;
  }

  void maximise_by_group(FieldModel& field, std::size_t f, const Sums& sums,
                         const std::vector<LevelShares>& seen) const {
    std::vector<int> classes;
    for (std::size_t level = 0; level < field.m.size(); ++level)
      classes.push_back(level_class(features_[f].kind, static_cast<int>(level)));
    const std::vector<std::vector<double>> shares = shares_by_group(seen, field.m, classes);
    field.by_group.resize(shares.size());
    for (std::size_t g = 0; g < shares.size(); ++g) {
      FieldModel::OfGroup& group = field.by_group[g];
      group.m = shares[g];
      bound_levels(f, group.m);
      group.u = without_matches(f, chance_by_group_[f][g], sums.met_of_groups[f][g],
                                totals_.of_group[g] / (totals_.across + totals_.within));
    }
  }

  // What chance agreement is without the matches in it: of those that were met, not of those that
  // are held to be usual.
  std::vector<double> chance_without_matches(std::size_t f, const std::vector<double>& met) const {
    return without_matches(f, chance_[f], met, 1);
  }

  // `share`: of all pairs, those in which the chance is.
  std::vector<double> without_matches(std::size_t f, std::vector<double> u,
                                      const std::vector<double>& met, double share) const {
    const auto filled = static_cast<double>(features_[f].filled),
               records = static_cast<double>(features_[f].codes.size());
    const double pairs = share * (totals_.across + totals_.within) * (filled / records) *
                         ((filled - 1) / std::max(1.0, records - 1));
    // Chance within lists has no matches in it.
    for (std::size_t level = features_[f].chance_within.size(); level < u.size(); ++level)
      u[level] = std::max(0.05 * u[level], u[level] - met[level] / std::max(1.0, pairs));
    const double all = std::accumulate(u.begin(), u.end(), 0.0);
    for (double& part : u) part /= all;
    return u;
  }

  void bound_levels(std::size_t f, std::vector<double>& m) const {
    constexpr double most_parts = 0.2;  // of given or family names alone
    if (features_[f].kind == Kind::name) bound_differing_names(m);
    if (is_part_of_a_name(features_[f])) bound_share(m, m.size() - 1, most_parts);
  }

  // A part may be replaced by a pet name or by marriage, two of one name hardly ever.
  static bool is_part_of_a_name(const Feature& feature) {
    return feature.kind == Kind::text &&
           (feature.column == record::field_name(record::Field::given) ||
            feature.column == record::field_name(record::Field::family));
  }

  // One human being's names on two lists rarely have little in common, and hardly ever nothing: a
  // class in which they often do is not that of matches, but of kin who died together.
  static void bound_differing_names(std::vector<double>& m) {
    constexpr double most_little = 0.08, most_nothing = 0.01;
    bound_share(m, name_near, most_little);
    bound_share(m, name_differs, most_nothing);
  }

  // Levels from `first` on get at most this share, the others the rest.
  static void bound_share(std::vector<double>& m, std::size_t first, double most) {
    const double share =
        std::accumulate(m.begin() + static_cast<std::ptrdiff_t>(first), m.end(), 0.0);
    if (share <= most) return;
    for (std::size_t level = 0; level < m.size(); ++level)
      m[level] *= level >= first ? most / share : (1 - most) / (1 - share);
  }

  const std::vector<Feature>& features_;
  std::vector<PatternCounts::Pattern> patterns_;
  std::vector<PatternCounts::Known> known_;
  double weight_ = 10;  // pseudo-counts of what is usual
  const std::vector<std::vector<double>>& chance_;
  const ChanceByGroup& chance_by_group_;
  const Moments& moments_;
  double recall_;
  PairTotals totals_;
  double matches_most_;

  std::vector<std::vector<double>> usual_;
};

}  // namespace

PairModel first_model(const std::vector<Feature>& features,
                      const std::vector<std::vector<double>>& chance, const Moments& moments,
                      const PairTotals& totals) {
  PairModel model;
  model.prior_match = model.prior_within =
      std::clamp(moments.matches / std::max(1.0, totals.across + totals.within), 1e-12, 0.2);
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
  return Em(features, counts, chance, by_group, moments, recall, totals, matches_most).run(start);
}

Learnt learn_from_links(const std::vector<Feature>& features, const PatternCounts& counts,
                        const std::vector<LinkedPair>& links,
                        const std::vector<std::vector<double>>& chance,
                        const ChanceByGroup& by_group, const Moments& moments,
                        const PairModel& start, double recall, const PairTotals& totals) {
  return Em(features, counts, chance, by_group, moments, recall, totals,
            std::numeric_limits<double>::infinity())
      .once_more(start, links);
}

}  // namespace sanaq::link
