#include "sanaq/link/score.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

#include "sanaq/link/columns.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/differences.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/likeness.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/twins.h"
#include "sanaq/num/logspace.h"

namespace sanaq::link {

double field_log_ratio(const PairModel& model, Comparer& comparer, const std::int8_t* levels,
                       std::size_t field, std::uint32_t left, std::uint32_t right) {
  const int level = levels[field];
  if (level == missing) return 0;
  const Feature& feature = comparer.features()[field];
  if (has_text_weight(comparer.features(), field)) {
    const double by_text = text_bits_scale *
                               (comparer.name_bits(field, left, right) - text_bits_of_one_person) *
                               std::numbers::ln2 -
                           num::logit(model.prior_match);
    const double by_lists =
        most_of_names(feature, model.fields[field], static_cast<std::size_t>(level),
                      feature.codes[left], feature.codes[right]);
    // Of names that are equal letter by letter the lists know best how rare they are.
    return !feature.value_share.empty() &&
                   have_same_words(feature, feature.codes[left], feature.codes[right])
               ? by_lists
               : std::min(by_text, by_lists);
  }
  const FieldModel& own = model.fields[field];
  const bool exact = feature.kind != Kind::name && is_exact(feature.kind, level);
  const auto at = static_cast<std::size_t>(level);
  const double most = most_of_likeness(feature, own, at, feature.codes[left], feature.codes[right]);
  const double change =
      own.by_group.empty()
          ? 0
          : changes_of_group(feature.kind, own, own.by_group[model.space->group(left, right)])[at];
  for (const Parent& parent : own.parents) {
    if (!parent.holds(comparer.features()[parent.field].kind, levels[parent.field])) continue;
    const double below = level_log_ratio(feature.kind, own.m, parent.u, at) -
                         (exact ? exact_log_share(feature.kind, parent.u) : 0);
    return std::min(most, below + change);
  }
  const double log_ratio = level_log_ratio(feature.kind, own.m, own.u, at) + change;
  if (feature.kind == Kind::name)
    return std::min(most, log_ratio + rarity_log_ratio(own, feature, at,
                                                       comparer.name_sharing(field, left, right)));
  return exact ? log_ratio - std::log(frequency_share(feature, feature.codes[left]))
               : std::min(most, log_ratio);
}

double pair_log_ratio(const PairModel& model, Comparer& comparer, const std::int8_t* levels,
                      std::uint32_t left, std::uint32_t right) {
  double sum = 0;
  for (std::size_t field = 0; field < model.fields.size(); ++field)
    sum += field_log_ratio(model, comparer, levels, field, left, right);
  if (!model.differences.tilt.empty()) {
    const FieldMasks masks = field_masks(comparer.features(), levels);
    sum += difference_log_ratio(model.differences, masks.filled,
                                std::popcount(masks.differing & model.differences.counted()));
  }
  return std::min(sum, most_of_twins(model, comparer.features(), levels, left, right));
}

}  // namespace sanaq::link
