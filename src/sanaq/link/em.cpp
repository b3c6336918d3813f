#include "sanaq/link/em.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>

#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

// A whole name's weight stands in a pattern as one of 15 steps of 2.5 bits.
constexpr std::uint64_t no_level = 15;
constexpr double name_step_bits = 2.5;

std::uint64_t name_step(double bits) {
  return static_cast<std::uint64_t>(std::clamp(std::lround(bits / name_step_bits) + 7, 0L, 14L));
}
double bits_of_step(std::uint64_t step) { return (static_cast<double>(step) - 7) * name_step_bits; }

constexpr auto name_near = static_cast<std::size_t>(NameAgreement::near);  // and what is beyond it
constexpr auto name_differs = static_cast<std::size_t>(NameAgreement::differs);

// How matches that are not equal usually differ.
std::vector<double> usual_differences(Kind kind) {
  switch (kind) {
    case Kind::name:
      return {0.30, 0.12, 0.14, 0.07, 0.08, 0.03, 0.08, 0.04, 0.02, 0.01, 0.04, 0.02, 0.01, 0.04};
    case Kind::text:
      return {0.40, 0.20, 0.10, 0.10, 0.05, 0.15};
    case Kind::date:
      return {0.40, 0.20, 0.10, 0.05, 0.05, 0.05, 0.15};
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

std::vector<double> usual_m(const Feature& feature, double exact) {
  const std::vector<double> rest = usual_differences(feature.kind);
  if (feature.kind == Kind::name) return rest;
  std::vector<double> m(exact_levels, 0.0);
  const std::uint32_t most = *std::max_element(feature.counts.begin() + 1, feature.counts.end());
  for (std::size_t code = 1; code < feature.counts.size(); ++code) {
    m[static_cast<std::size_t>(exact_level(feature.counts[code], most))] +=
        static_cast<double>(feature.counts[code]) / static_cast<double>(feature.filled);
  }
  for (double& share : m) share = exact * (0.98 * share + 0.005);
  for (const double share : rest) m.push_back((1 - exact) * share);
  return m;
}

struct Sums {
  std::vector<std::vector<double>> seen;
  double matches = 0;
};

class Em {
 public:
  Em(const std::vector<Feature>& features, const PatternCounts& counts,
     const std::vector<std::vector<double>>& chance, const Moments& moments, double recall,
     double matches_most)
      : features_(features),
        patterns_(counts.sorted()),
        known_(counts.known()),
        chance_(chance),
        moments_(moments),
        recall_(std::clamp(recall, 0.3, 1.0)),
        matches_most_(matches_most) {
    const auto records = static_cast<double>(features[0].codes.size());
    all_pairs_ = std::max(1.0, records * (records - 1) / 2);
    for (std::size_t f = 0; f < features.size(); ++f)
      usual_.push_back(usual_m(features[f], moments.m_exact[f]));
    weight_ = std::max(10.0, 0.1 * moments.matches);
    learn_from_known();
  }

  // From the moments; where that ends in no class of matches, once more from near-equal records.
  Learnt run(const PairModel& start) {
    Learnt learnt = climb(start);
    if (learnt.is_plausible || !known_.empty()) return learnt;
    PairModel strict = start;
    strict.prior_match = std::max(1.0, 0.25 * moments_.matches) / all_pairs_;
    weight_ *= 10;
    for (std::size_t f = 0; f < features_.size(); ++f)
      strict.fields[f].m = usual_[f] = usual_m(features_[f], 0.95);
    Learnt again = climb(strict);
    return again.is_plausible ? again : learnt;
  }

 private:
  Learnt climb(PairModel model) const {
    Learnt learnt{std::move(model), 0, false, true};
    learnt.model.differences.tilt.clear();
    while (learnt.iterations < 600 && !learnt.converged) {
      const double before = learnt.model.prior_match;
      maximise(learnt.model, expect(learnt.model));
      ++learnt.iterations;
      learnt.converged = std::abs(learnt.model.prior_match - before) < 1e-6 * before;
    }
    learnt.is_plausible = is_plausible(learnt.model);
    learn_differences(learnt.model);
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
               ? 3 * moments_.matches
               : 20 * static_cast<double>(features_[0].codes.size());
  }

  bool is_plausible(const PairModel& model) const {
    if (has_text_weight(features_, 0)) return true;
    constexpr double agreeing_least = 0.3;
    double agreeing = 0;
    for (std::size_t f = 0; f < features_.size(); ++f)
      agreeing += 1 - differing_share(features_[f].kind, model.fields[f].m);
    const double wanted = (expect(model).matches + 1) / recall_;  // before it is cut to what may be
    // A class of households has about as many pairs as there are rows; a few matches are none.
    constexpr double few = 0.1;
    if (wanted < few * static_cast<double>(features_[0].codes.size())) return true;
    return wanted < 0.98 * most_by_rows() && wanted < 1.2 * matches_most_ + 2 &&
           agreeing > agreeing_least * static_cast<double>(features_.size());
  }

  using Weights = std::array<double, 16>;  // log(m/u) by level; [no_level] is 0
  struct Table {
    std::vector<Weights> alone;               // by feature
    std::vector<std::vector<Weights>> below;  // where its parents agree
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
        weights[level] =
            text_bits_scale * (bits_of_step(level) - text_bits_of_one_person) * std::numbers::ln2 -
            num::logit(model.prior_match);
      } else if (level < field.m.size()) {
        weights[level] = std::log(field.m[level] / field.u[level]);
      }
    }
    return weights;
  }

  static Weights weights_below(const FieldModel& field, const Parent& parent) {
    Weights weights{};
    for (std::size_t level = 0; level < field.m.size(); ++level) {
      weights[level] = level < exact_levels ? std::log(exact_share(field.m) / exact_share(parent.u))
                                            : std::log(field.m[level] / parent.u[level]);
    }
    return weights;
  }

  Table tabulate(const PairModel& model) const {
    Table table;
    for (std::size_t f = 0; f < features_.size(); ++f) {
      table.alone.push_back(weights_alone(model, f));
      table.below.emplace_back();
      for (const Parent& parent : model.fields[f].parents)
        table.below.back().push_back(weights_below(model.fields[f], parent));
    }
    return table;
  }

  double pattern_log_ratio(const PairModel& model, const Table& table, std::uint64_t levels) const {
    double sum = 0;
    for (std::size_t f = 0; f < features_.size(); ++f) {
      const Weights* weights = &table.alone[f];
      const std::vector<Parent>& parents = model.fields[f].parents;
      for (std::size_t at = parents.size(); at-- > 0;) {
        if (((levels >> (4 * parents[at].field)) & 15U) < exact_levels)
          weights = &table.below[f][at];
      }
      sum += (*weights)[(levels >> (4 * f)) & 15U];
    }
    return sum;
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

  // A pattern that matches may have, and what of it does not change while t is learnt.
  struct Likely {
    FieldMasks masks;
    std::uint32_t free = 0;  // filled fields whose agreement blocking did not force
    double count = 0, log_odds = 0;
  };

  std::vector<Likely> likely_patterns(const PairModel& model) const {
    const Table table = tabulate(model);
    const double prior = num::logit(model.prior_match);
    std::vector<Likely> likely;
    for (const PatternCounts::Pattern& pattern : patterns_) {
      const FieldMasks masks = masks_of(pattern.levels);
      likely.push_back({masks, masks.filled & (pattern.fields | masks.differing), pattern.count,
                        prior + pattern_log_ratio(model, table, pattern.levels)});
    }
    return likely;
  }

  // How many fields differ at once (differences.h), with m, u and the number of matches as they
  // are: left free together they drift, since a few improbable matches among very many pairs fit
  // almost any t.
  void learn_differences(PairModel& model) const {
    if (features_.size() < 3) return;
    const std::vector<Likely> likely = likely_patterns(model);
    constexpr int rounds_most = 30;
    for (int round = 0; round < rounds_most; ++round) {
      std::map<std::uint32_t, std::vector<double>> ratios;  // by the fields that are filled
      std::map<std::pair<std::uint32_t, int>, double>
          met;  // matches by free fields and differences
      for (const Likely& pattern : likely) {
        std::vector<double>& by_count = ratios[pattern.masks.filled];
        if (by_count.empty())
          by_count = difference_log_ratios(model.differences, pattern.masks.filled);
        const int differing = std::popcount(pattern.masks.differing);
        const double log_ratio = by_count[static_cast<std::size_t>(differing)];
        met[{pattern.free, differing}] +=
            pattern.count * num::inverse_logit(pattern.log_odds + log_ratio);
      }
      add_known_differences(model, met);
      DifferenceCounts counts(model.differences);
      for (const auto& [key, matches] : met) counts.add(key.first, key.second, matches);
      model.differences.tilt = counts.next_tilt();
    }
  }

  void add_known_differences(const PairModel& model,
                             std::map<std::pair<std::uint32_t, int>, double>& met) const {
    const Table table = tabulate(model);
    for (const PatternCounts::Known& pair : known_) {
      const FieldMasks masks = masks_of(pair.levels);
      const int differing = std::popcount(masks.differing);
      const double log_odds = num::logit(model.prior_match) +
                              pattern_log_ratio(model, table, pair.levels) +
                              difference_log_ratio(model.differences, masks.filled, differing);
      const double said = pair.is_candidate ? num::inverse_logit(log_odds) : 0;
      double& matches = met[{masks.filled, differing}];
      matches = std::max(0.0, matches + (pair.match ? 1 : 0) - said);
    }
  }

  // What is known of a pair replaces what the model says of it.
  void correct_by_known(const PairModel& model, const Table& table, double prior,
                        Sums& sums) const {
    for (const PatternCounts::Known& pair : known_) {
      const double said =
          pair.is_candidate
              ? num::inverse_logit(prior + pattern_log_ratio(model, table, pair.levels))
              : 0;
      const double change = (pair.match ? 1 : 0) - said;
      sums.matches = std::max(0.0, sums.matches + change);
      for (std::size_t f = 0; f < features_.size(); ++f) {
        const std::uint64_t level = (pair.levels >> (4 * f)) & 15U;
        if (level != no_level && !has_text_weight(features_, f))
          sums.seen[f][level] = std::max(0.0, sums.seen[f][level] + change);
      }
    }
  }

  Sums expect(const PairModel& model) const {
    const Table table = tabulate(model);
    Sums sums;
    for (const auto& u : chance_) sums.seen.emplace_back(u.size());
    const double prior = num::logit(model.prior_match);
    for (const PatternCounts::Pattern& pattern : patterns_) {
      const double matches =
          pattern.count *
          num::inverse_logit(prior + pattern_log_ratio(model, table, pattern.levels));
      sums.matches += matches;
      for (std::size_t f = 0; f < features_.size(); ++f) {
        const std::uint64_t level = (pattern.levels >> (4 * f)) & 15U;
        if (level != no_level && !has_text_weight(features_, f) && (pattern.fields & (1U << f)))
          sums.seen[f][level] += matches;
      }
    }
    correct_by_known(model, table, prior, sums);
    return sums;
  }

  void maximise(PairModel& model, const Sums& sums) const {
    const double least = 0.5 / all_pairs_;
    model.prior_match = std::clamp(
        (sums.matches + 1) / (recall_ * all_pairs_), least,
        std::max(least, std::min({0.3, most_by_rows() / all_pairs_, matches_most_ / all_pairs_})));
    for (std::size_t f = 0; f < features_.size(); ++f) {
      if (has_text_weight(features_, f)) continue;
      FieldModel& field = model.fields[f];
      const double seen = std::accumulate(sums.seen[f].begin(), sums.seen[f].end(), 0.0);
      double u_total = 0;
      for (std::size_t level = 0; level < field.m.size(); ++level) {
        field.m[level] = (sums.seen[f][level] + weight_ * usual_[f][level]) / (seen + weight_);
        // What chance agreement is without the matches in it: of those that were seen, not of those
        // that are held to be usual.
        const double of_matches = (sums.seen[f][level] + usual_[f][level]) / (seen + 1);
        const double u = chance_[f][level];
        field.u[level] =
            std::max(0.05 * u, (u - model.prior_match * of_matches) / (1 - model.prior_match));
        u_total += field.u[level];
      }
      for (double& u : field.u) u /= u_total;
      if (features_[f].kind == Kind::name) bound_differing_names(field.m);
      model.differences.share[f] = differing_share(features_[f].kind, field.m);
    }
  }

  // One human being's names on two lists rarely have little in common, and hardly ever nothing: a
  // class in which they often do is not that of matches, but of kin who died together.
  static void bound_differing_names(std::vector<double>& m) {
    constexpr double most_little = 0.08, most_nothing = 0.03;
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
  const Moments& moments_;
  double recall_;
  double matches_most_;
  double all_pairs_ = 1;
  std::vector<std::vector<double>> usual_;
};

}  // namespace

std::size_t PatternCounts::Hash::operator()(const Key& key) const {
  std::uint64_t hash =
      (key.levels ^ (static_cast<std::uint64_t>(key.fields) << 40)) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

namespace {

std::uint64_t pack(Comparer& comparer, const std::int8_t* levels, std::uint32_t left,
                   std::uint32_t right) {
  std::uint64_t packed = 0;
  const auto& features = comparer.features();
  for (std::size_t f = 0; f < features.size(); ++f) {
    std::uint64_t level = levels[f] == missing ? no_level : static_cast<std::uint64_t>(levels[f]);
    if (has_text_weight(features, f) && levels[f] != missing)
      level = name_step(comparer.name_bits(f, left, right));
    packed |= level << (4 * f);
  }
  return packed;
}

}  // namespace

void PatternCounts::add(Comparer& comparer, const std::int8_t* levels, std::uint32_t left,
                        std::uint32_t right, std::uint32_t fields) {
  ++counts_[{pack(comparer, levels, left, right), fields}];
  ++pairs_;
}

void PatternCounts::add(const PatternCounts& other) {
  for (const auto& [key, count] : other.counts_) counts_[key] += count;
  known_.insert(known_.end(), other.known_.begin(), other.known_.end());
  pairs_ += other.pairs_;
}

void PatternCounts::add_known(Comparer& comparer, const std::int8_t* levels, const KnownPair& pair,
                              bool is_candidate) {
  known_.push_back({pack(comparer, levels, pair.left, pair.right), pair.match, is_candidate});
}

std::vector<PatternCounts::Pattern> PatternCounts::sorted() const {
  std::vector<Pattern> patterns;
  for (const auto& [key, count] : counts_) patterns.push_back({key.levels, key.fields, count});
  std::sort(patterns.begin(), patterns.end(), [](const Pattern& a, const Pattern& b) {
    return a.levels != b.levels ? a.levels < b.levels : a.fields < b.fields;
  });
  return patterns;
}

PairModel first_model(const std::vector<Feature>& features,
                      const std::vector<std::vector<double>>& chance, const Moments& moments) {
  PairModel model;
  const auto records = static_cast<double>(features[0].codes.size());
  model.prior_match =
      std::clamp(moments.matches / std::max(1.0, records * (records - 1) / 2), 1e-12, 0.2);
  for (std::size_t f = 0; f < features.size(); ++f) {
    model.fields.push_back({usual_m(features[f], moments.m_exact[f]), chance[f], {}});
    model.differences.share.push_back(differing_share(features[f].kind, model.fields[f].m));
  }
  return model;
}

Learnt learn(const std::vector<Feature>& features, const PatternCounts& counts,
             const std::vector<std::vector<double>>& chance, const Moments& moments,
             const PairModel& start, double recall, double matches_most) {
  return Em(features, counts, chance, moments, recall, matches_most).run(start);
}

}  // namespace sanaq::link
