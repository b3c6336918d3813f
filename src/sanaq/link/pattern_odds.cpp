#include "sanaq/link/pattern_odds.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sanaq/link/columns.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {
namespace {

std::array<double, 16> weights_below(Kind kind, const FieldModel& field, const Parent& parent) {
  std::array<double, 16> weights{};
  for (std::size_t level = 0; level < field.m.size(); ++level) {
    weights[level] =
        level_log_ratio(kind, field.m, parent.u, level) -
        (is_exact(kind, static_cast<int>(level)) ? exact_log_share(kind, parent.u) : 0);
  }
  return weights;
}

}  // namespace

PatternOdds::PatternOdds(const PairEvidence& evidence, const PairModel& model)
    : evidence_(&evidence),
      model_(&model),
      priors_{num::logit(model.prior_match), num::logit(model.prior_within)} {
  const std::vector<Feature>& features = evidence.features;
  for (std::size_t f = 0; f < features.size(); ++f) {
    alone_.push_back(weights_alone(f));
    below_.emplace_back();
    changes_.emplace_back();
    for (const FieldModel::OfGroup& group : model.fields[f].by_group) {
      const std::vector<double> changes =
          changes_of_group(features[f].kind, model.fields[f], group);
      std::copy(changes.begin(), changes.end(), changes_.back().emplace_back().begin());
    }
    for (const Parent& parent : model.fields[f].parents)
      below_.back().push_back(weights_below(features[f].kind, model.fields[f], parent));
  }
}

PatternOdds::Weights PatternOdds::weights_alone(std::size_t feature) const {
  Weights weights{};
  const FieldModel& field = model_->fields[feature];
  for (std::size_t level = 0; level < no_level; ++level) {
    if (has_text_weight(evidence_->features, feature)) {
      weights[level] = text_bits_scale * (bits_of_name_step(level) - text_bits_of_one_person) *
                           std::numbers::ln2 -
                       priors_[0];
    } else if (level < field.m.size()) {
      weights[level] =
          comparable_log_ratio(evidence_->features[feature].kind, field.m, field.u, level);
    }
  }
  return weights;
}

double PatternOdds::of_levels(std::uint64_t levels, std::uint32_t group, OfFields& of_field) const {
  double sum = 0;
  for (std::size_t f = 0; f < alone_.size(); ++f) {
    const Weights* weights = &alone_[f];
    const std::vector<Parent>& parents = model_->fields[f].parents;
    for (std::size_t at = parents.size(); at-- > 0;) {
      const std::uint64_t level = (levels >> (4 * parents[at].field)) & 15U;
      if (level != no_level &&
          parents[at].holds(evidence_->features[parents[at].field].kind, static_cast<int>(level)))
        weights = &below_[f][at];
    }
    const std::uint64_t level = (levels >> (4 * f)) & 15U;
    of_field[f] = (*weights)[level];
    if (!changes_[f].empty()) of_field[f] += changes_[f][group][level];
    sum += of_field[f];
  }
  return sum;
}

double PatternOdds::log_odds(const PatternCounts::Pattern& pattern, OfFields& of_field) const {
  double sum = of_levels(pattern.levels, pattern.group, of_field);
  for (std::size_t f = 0; f < alone_.size() && pattern.shared > 0; ++f) {
    const std::uint64_t level = level_of(*evidence_, pattern, f);
    if (evidence_->features[f].kind != Kind::name || level == no_level) continue;
    const double rarity = rarity_log_ratio(model_->fields[f], evidence_->features[f], level,
                                           pattern.sharing / pattern.shared);
    of_field[f] += rarity;
    sum += rarity;
  }
  return prior(pattern) + sum;
}

double PatternOdds::log_odds(const PatternCounts::Pattern& pattern) const {
  OfFields of_field{};
  return log_odds(pattern, of_field);
}

double PatternOdds::log_odds(const PatternCounts::Known& pair) const {
  OfFields of_field{};
  return prior(pair) + of_levels(pair.levels, pair.group, of_field);
}

FieldMasks PatternOdds::masks(std::uint64_t levels) const {
  std::array<std::int8_t, 32> alone{};
  const PatternCounts::Known pair{levels};
  for (std::size_t f = 0; f < alone_.size(); ++f) {
    const std::uint64_t level = level_of(*evidence_, pair, f);
    alone[f] = level == no_level ? missing : static_cast<std::int8_t>(level);
  }
  return field_masks(evidence_->features, alone.data());
}

double PatternOdds::log_likelihood() const {
  double sum = 0;
  for (const PatternCounts::Pattern& pattern : evidence_->patterns) {
    double log_u = -num::log_add(0, prior(pattern));
    for (std::size_t f = 0; f < alone_.size(); ++f) {
      const std::uint64_t level = level_of(*evidence_, pattern, f);
      if (level == no_level) continue;
      const FieldModel& field = model_->fields[f];
      log_u += std::log(field.by_group.empty() ? field.u[level]
                                               : field.by_group[pattern.group].u[level]);
    }
    sum += pattern.count * (log_u + num::log_add(0, log_odds(pattern)));
  }
  return sum;
}

}  // namespace sanaq::link
