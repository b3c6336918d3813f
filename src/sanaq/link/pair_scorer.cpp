#include "sanaq/link/pair_scorer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>

#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/differences.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/likeness.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/score.h"
#include "sanaq/link/twins.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {

PairScorer::PairScorer(const PairModel& model, Comparer& comparer)
    : model_(&model), comparer_(&comparer), counted_(model.differences.counted()) {
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    const Feature& feature = comparer.features()[f];
    const FieldModel& own = model.fields[f];
    Field field;
    field.kind = feature.kind;
    field.has_text_weight = has_text_weight(comparer.features(), f);
    for (const FieldModel::OfGroup& group : own.by_group)
      field.changes.push_back(changes_of_group(feature.kind, own, group));
    has_groups_ = has_groups_ || !own.by_group.empty();
    const auto is_equal = [&](std::size_t level) {
      return feature.kind != Kind::name && is_exact(feature.kind, static_cast<int>(level));
    };
    for (std::size_t level = 0; level < own.m.size(); ++level)
      field.by_level.push_back(level_log_ratio(feature.kind, own.m, own.u, level));
    for (std::uint32_t code = 0; code < feature.counts.size(); ++code)
      field.log_share.push_back(std::log(frequency_share(feature, code)));
    for (const double log_share : field.log_share) {
      field.least_log_share = std::min(field.least_log_share, log_share);
      field.most_log_share = std::max(field.most_log_share, log_share);
    }
    for (const Parent& parent : own.parents) {
      Below below{&parent, comparer.features()[parent.field].kind, {}};
      for (std::size_t level = 0; level < own.m.size(); ++level)
        below.by_level.push_back(level_log_ratio(feature.kind, own.m, parent.u, level) -
                                 (is_equal(level) ? exact_log_share(feature.kind, parent.u) : 0));
      field.below.push_back(std::move(below));
    }
    fields_.push_back(std::move(field));
  }
  const std::size_t groups = has_groups_ ? model.space->groups_within().size() : 1;
  patterns_.assign(groups, FlatTable<OfPattern>((std::size_t{1} << 20) / std::bit_ceil(groups)));
}

double PairScorer::field_ratio(const Field& field, std::size_t f, const std::int8_t* levels,
                               std::uint32_t left, std::uint32_t right) {
  if (field.has_text_weight) return field_log_ratio(*model_, *comparer_, levels, f, left, right);
  const auto level = static_cast<std::size_t>(levels[f]);
  const Feature& feature = comparer_->features()[f];
  const bool is_equal = field.kind != Kind::name && is_exact(field.kind, levels[f]);
  const double most = is_equal ? std::numeric_limits<double>::infinity()
                               : most_of_likeness(feature, model_->fields[f], level,
                                                  feature.codes[left], feature.codes[right]);
  const double change =
      field.changes.empty() ? 0 : field.changes[model_->space->group(left, right)][level];
  for (const Below& below : field.below) {
    if (below.parent->holds(below.kind, levels[below.parent->field]))
      return std::min(most, below.by_level[level] + change);
  }
  const double weight = field.by_level[level] + change;
  if (field.kind == Kind::name)
    return std::min(most, weight + rarity_log_ratio(model_->fields[f], feature, level,
                                                    comparer_->name_sharing(f, left, right)));
  return is_equal ? weight - field.log_share[feature.codes[left]] : std::min(most, weight);
}

double PairScorer::log_ratio(std::uint64_t packed, std::uint32_t left, std::uint32_t right) {
  std::array<std::int8_t, 32> levels{};
  unpack_levels(packed, fields_.size(), levels.data());
  return log_ratio(levels.data(), left, right);
}

double PairScorer::log_ratio(const std::int8_t* levels, std::uint32_t left, std::uint32_t right) {
  double sum = 0;
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    if (levels[f] != missing) sum += field_ratio(fields_[f], f, levels, left, right);
  }
  sum += difference_ratio(levels);
  return std::min(sum, most_of_twins(*model_, comparer_->features(), levels, left, right));
}

double PairScorer::difference_ratio(const std::int8_t* levels) {
  if (model_->differences.tilt.empty()) return 0;
  const FieldMasks masks = field_masks(comparer_->features(), levels);
  std::vector<double>& by_count = differences_[masks.filled];
  if (by_count.empty()) by_count = difference_log_ratios(model_->differences, masks.filled);
  return by_count[static_cast<std::size_t>(std::popcount(masks.differing & counted_))];
}

// Of names at this level: rarity_log_ratio at most, of sounds that one other record has.
double PairScorer::rarest_of_level(std::size_t field, std::size_t level) const {
  constexpr double sharing_least = 1e-3;  // records; it is a whole number, or a little above
  return std::max(0.0, rarity_log_ratio(model_->fields[field], comparer_->features()[field], level,
                                        sharing_least));
}

PairScorer::OfPattern PairScorer::of_pattern(const std::int8_t* levels, std::size_t group) {
  constexpr double no_bound = std::numeric_limits<double>::infinity();
  OfPattern of{difference_ratio(levels), 0, 0, !model_->twins.is_known};
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    if (levels[f] == missing) continue;
    const Field& field = fields_[f];
    const auto level = static_cast<std::size_t>(levels[f]);
    if (field.has_text_weight) return {no_bound, no_bound, 0, false};
    if (field.kind == Kind::name) {
      of.is_all = false;
      of.log_ratio += rarest_of_level(f, level);
    }
    const bool is_equal = is_exact(field.kind, levels[f]);
    if (!is_equal && may_be_bounded(comparer_->features()[f], model_->fields[f], level))
      of.is_all = false;
    const auto parent = std::find_if(field.below.begin(), field.below.end(), [&](const Below& at) {
      return at.parent->holds(at.kind, levels[at.parent->field]);
    });
    of.log_ratio += parent == field.below.end() ? field.by_level[level] : parent->by_level[level];
    if (!field.changes.empty()) of.log_ratio += field.changes[group][level];
    if (!is_equal || parent != field.below.end()) continue;
    of.by_value |= 1U << f;
    of.most -= field.least_log_share;
  }
  of.most += of.log_ratio;
  return of;
}

PairScorer::OfPattern PairScorer::of_pattern(std::uint64_t packed, std::size_t group) {
  std::array<std::int8_t, 32> levels{};
  unpack_levels(packed, fields_.size(), levels.data());
  return of_pattern(levels.data(), group);
}

double PairScorer::least(std::uint64_t levels, std::size_t group) {
  const OfPattern of = of_pattern(levels, group);
  double least = of.log_ratio;
  for (std::uint32_t fields = of.by_value; fields != 0; fields &= fields - 1)
    least -= fields_[static_cast<std::size_t>(std::countr_zero(fields))].most_log_share;
  return least;
}

double PairScorer::rise_over(PairScorer& before, std::uint64_t levels, std::size_t group) {
  const OfPattern own = of_pattern(levels, group), other = before.of_pattern(levels, group);
  if ((other.by_value & ~own.by_value) != 0) return std::numeric_limits<double>::infinity();
  double rise = own.log_ratio - other.log_ratio;
  for (std::uint32_t fields = own.by_value & ~other.by_value; fields != 0; fields &= fields - 1)
    rise -= fields_[static_cast<std::size_t>(std::countr_zero(fields))].least_log_share;
  return rise;
}

// Of the levels below equality; no_level where it is not the same on all lists.
std::uint64_t PairScorer::best_of(const Field& field, const std::vector<double>& by_level) {
  const auto largest = [](const std::vector<double>& weights) {
    return static_cast<std::uint64_t>(
        std::max_element(weights.begin() + exact_levels, weights.end()) - weights.begin());
  };
  const std::uint64_t best = largest(by_level);
  const bool is_of_all = std::all_of(field.changes.begin(), field.changes.end(),
                                     [&](const std::vector<double>& changes) {
                                       std::vector<double> weights = by_level;
                                       for (std::size_t level = 0; level < weights.size(); ++level)
                                         weights[level] += changes[level];
                                       return largest(weights) == best;
                                     });
  return is_of_all ? best : no_level;
}

std::vector<std::uint64_t> PairScorer::best_of_different() const {
  std::vector<std::uint64_t> best;
  for (const Field& field : fields_) {
    const bool is_one =
        field.kind == Kind::text &&
        std::all_of(field.below.begin(), field.below.end(), [&](const Below& below) {
          return best_of(field, below.by_level) == best_of(field, field.by_level);
        });
    best.push_back(is_one ? best_of(field, field.by_level) : no_level);
  }
  return best;
}

PairScorer::Most PairScorer::most(std::uint64_t packed, std::uint32_t left, std::uint32_t right,
                                  double least) {
  bool is_new = false;
  const std::size_t group = has_groups_ ? model_->space->group(left, right) : 0;
  OfPattern& of = *patterns_[group].find(packed, is_new);
  if (is_new) {
    of = of_pattern(packed, group);
  }
  if (of.most < least) return {of.most, of.is_all};
  return {most_of(of, left), of.is_all};
}

double PairScorer::most_of(const OfPattern& of, std::uint32_t left) const {
  double log_ratio = of.log_ratio;
  const std::uint32_t* codes = comparer_->quick().codes(left);
  for (std::uint32_t fields = of.by_value; fields != 0; fields &= fields - 1) {
    const auto f = static_cast<std::size_t>(std::countr_zero(fields));
    log_ratio -= fields_[f].log_share[codes[f]];
  }
  return log_ratio;
}

}  // namespace sanaq::link
