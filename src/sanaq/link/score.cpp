#include "sanaq/link/score.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <numeric>

#include "sanaq/num/logspace.h"

namespace sanaq::link {

namespace {

// How often somebody has a value that so many records have; once more than known, so that a value
// seen once is not held to be impossible otherwise.
double share_of(const Feature& feature, std::uint32_t count) {
  if (feature.chance_share > 0) return feature.chance_share;
  return std::max(2.0, static_cast<double>(count)) / static_cast<double>(feature.filled);
}

}  // namespace

bool has_text_weight(const std::vector<Feature>& features, std::size_t field) {
  return features.size() == 1 && features[field].kind == Kind::name;
}

double exact_share(const std::vector<double>& levels) {
  return std::accumulate(levels.begin(), levels.begin() + exact_levels, 0.0);
}

double field_log_ratio(const PairModel& model, Comparer& comparer, const std::int8_t* levels,
                       std::size_t field, std::uint32_t left, std::uint32_t right) {
  const int level = levels[field];
  if (level == missing) return 0;
  const Feature& feature = comparer.features()[field];
  if (has_text_weight(comparer.features(), field)) {
    return text_bits_scale * (comparer.name_bits(field, left, right) - text_bits_of_one_person) *
               std::numbers::ln2 -
           num::logit(model.prior_match);
  }
  const FieldModel& own = model.fields[field];
  const bool exact = feature.kind != Kind::name && is_exact(feature.kind, level);
  const auto at = static_cast<std::size_t>(level);
  for (const Parent& parent : own.parents) {
    if (!is_exact(comparer.features()[parent.field].kind, levels[parent.field])) continue;
    return exact ? std::log(exact_share(own.m) / exact_share(parent.u))
                 : std::log(own.m[at] / parent.u[at]);
  }
  if (!exact) return std::log(own.m[at] / own.u[at]);
  return std::log(exact_share(own.m) / share_of(feature, feature.counts[feature.codes[left]]));
}

bool is_different(Kind kind, int level) {
  return kind == Kind::name ? level > static_cast<int>(NameAgreement::same_sound)
                            : level >= exact_levels;
}

double differing_share(Kind kind, const std::vector<double>& m) {
  double share = 0;
  for (std::size_t level = 0; level < m.size(); ++level) {
    if (is_different(kind, static_cast<int>(level))) share += m[level];
  }
  return std::clamp(share, 1e-6, 1 - 1e-6);
}

FieldMasks field_masks(const std::vector<Feature>& features, const std::int8_t* levels) {
  FieldMasks masks;
  for (std::size_t field = 0; field < features.size(); ++field) {
    if (levels[field] == missing) continue;
    masks.filled |= 1U << field;
    if (is_different(features[field].kind, levels[field])) masks.differing |= 1U << field;
  }
  return masks;
}

double pair_log_ratio(const PairModel& model, Comparer& comparer, const std::int8_t* levels,
                      std::uint32_t left, std::uint32_t right) {
  double sum = 0;
  for (std::size_t field = 0; field < model.fields.size(); ++field)
    sum += field_log_ratio(model, comparer, levels, field, left, right);
  if (model.differences.tilt.empty()) return sum;
  const FieldMasks masks = field_masks(comparer.features(), levels);
  return sum +
         difference_log_ratio(model.differences, masks.filled, std::popcount(masks.differing));
}

PairScorer::PairScorer(const PairModel& model, Comparer& comparer)
    : model_(&model), comparer_(&comparer) {
  for (std::size_t f = 0; f < model.fields.size(); ++f) {
    const Feature& feature = comparer.features()[f];
    const FieldModel& own = model.fields[f];
    Field field{feature.kind, has_text_weight(comparer.features(), f), {}, {}, {}};
    const auto is_equal = [&](std::size_t level) {
      return feature.kind != Kind::name && is_exact(feature.kind, static_cast<int>(level));
    };
    for (std::size_t level = 0; level < own.m.size(); ++level)
      field.by_level.push_back(is_equal(level) ? std::log(exact_share(own.m))
                                               : std::log(own.m[level] / own.u[level]));
    for (const std::uint32_t count : feature.counts)
      field.log_share.push_back(std::log(share_of(feature, count)));
    for (const Parent& parent : own.parents) {
      Below below{parent.field, comparer.features()[parent.field].kind, {}};
      for (std::size_t level = 0; level < own.m.size(); ++level)
        below.by_level.push_back(is_equal(level)
                                     ? std::log(exact_share(own.m) / exact_share(parent.u))
                                     : std::log(own.m[level] / parent.u[level]));
      field.below.push_back(std::move(below));
    }
    fields_.push_back(std::move(field));
  }
}

double PairScorer::field_ratio(const Field& field, std::size_t f, const std::int8_t* levels,
                               std::uint32_t left, std::uint32_t right) {
  if (field.has_text_weight) return field_log_ratio(*model_, *comparer_, levels, f, left, right);
  const auto level = static_cast<std::size_t>(levels[f]);
  for (const Below& below : field.below) {
    if (is_exact(below.kind, levels[below.field])) return below.by_level[level];
  }
  const bool is_equal = field.kind != Kind::name && is_exact(field.kind, levels[f]);
  return is_equal ? field.by_level[level] - field.log_share[comparer_->features()[f].codes[left]]
                  : field.by_level[level];
}

double PairScorer::log_ratio(const std::int8_t* levels, std::uint32_t left, std::uint32_t right) {
  double sum = 0;
  FieldMasks masks;
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    if (levels[f] == missing) continue;
    masks.filled |= 1U << f;
    if (is_different(fields_[f].kind, levels[f])) masks.differing |= 1U << f;
    sum += field_ratio(fields_[f], f, levels, left, right);
  }
  if (model_->differences.tilt.empty()) return sum;
  std::vector<double>& by_count = differences_[masks.filled];
  if (by_count.empty()) by_count = difference_log_ratios(model_->differences, masks.filled);
  return sum + by_count[static_cast<std::size_t>(std::popcount(masks.differing))];
}

}  // namespace sanaq::link
