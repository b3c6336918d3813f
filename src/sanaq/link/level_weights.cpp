#include "sanaq/link/level_weights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "sanaq/link/columns.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/names.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

double frequency_share(const Feature& feature, std::uint32_t code) {
  if (feature.chance_share > 0) return feature.chance_share;
  if (!feature.value_share.empty()) return feature.value_share[code];
  return std::max(2.0, static_cast<double>(feature.counts[code])) /
         static_cast<double>(feature.filled_whole);
}

double exact_log_share(Kind kind, const std::vector<double>& u) {
  double comparable = 0;
  for (std::size_t level = 0; level < u.size(); ++level) {
    if (level_class(kind, static_cast<int>(level)) == 0) comparable += u[level];
  }
  return std::log(exact_share(u) / comparable);
}

bool has_text_weight(const std::vector<Feature>& features, std::size_t field) {
  return features[field].kind == Kind::name &&
         (features.size() == 1 || !features[field].value_share.empty());
}

double exact_share(const std::vector<double>& levels) {
  return std::accumulate(levels.begin(), levels.begin() + exact_levels, 0.0);
}

double level_log_ratio(Kind kind, const std::vector<double>& m, const std::vector<double>& u,
                       std::size_t level) {
  const bool exact = is_exact(kind, static_cast<int>(level));
  double log_ratio = exact ? std::log(exact_share(m)) : std::log(m[level] / u[level]);
  if (kind != Kind::date) return log_ratio;
  std::array<double, level_classes> of_m{}, of_u{};
  for (std::size_t at = 0; at < m.size(); ++at) {
    const auto of = static_cast<std::size_t>(level_class(kind, static_cast<int>(at)));
    of_m[of] += m[at];
    of_u[of] += u[at];
  }
  const auto own = static_cast<std::size_t>(level_class(kind, static_cast<int>(level)));
  return log_ratio - std::log(exact ? of_m[own] : of_m[own] / of_u[own]);
}

double comparable_log_ratio(Kind kind, const std::vector<double>& m, const std::vector<double>& u,
                            std::size_t level) {
  const double log_ratio = std::log(m[level] / u[level]);
  if (!is_exact(kind, static_cast<int>(level))) return level_log_ratio(kind, m, u, level);
  return log_ratio + level_log_ratio(kind, m, u, level) - exact_log_share(kind, u) -
         std::log(exact_share(m) / exact_share(u));
}

std::vector<double> changes_of_group(Kind kind, const FieldModel& field,
                                     const FieldModel::OfGroup& group) {
  std::vector<double> changes;
  for (std::size_t level = 0; level < field.m.size(); ++level) {
    double change = level_log_ratio(kind, group.m, group.u, level) -
                    level_log_ratio(kind, field.m, field.u, level);
    // Where two lists hardly have a value in common, one that they share says no more than this.
    constexpr double rarer_most = 2.3;  // ten times
    if (is_exact(kind, static_cast<int>(level)))
      change -=
          std::max(-rarer_most, exact_log_share(kind, group.u) - exact_log_share(kind, field.u));
    changes.push_back(change);
  }
  return changes;
}

double sharing_share(const Feature& feature, double sharing) {
  constexpr double unknown = 2;  // a person's own other records, and whom no list has
  return (sharing + unknown) / static_cast<double>(std::max<std::int64_t>(1, feature.filled));
}

double rarity_log_ratio(const FieldModel& field, const Feature& feature, std::size_t level,
                        double sharing) {
  if (sharing <= 0 || field.sharing.empty() || field.sharing[level] <= 0) return 0;
  return std::log(field.sharing[level] / sharing_share(feature, sharing));
}

bool is_different(Kind kind, int level) {
  if (kind == Kind::name) {
    const auto agreement = static_cast<NameAgreement>(level);
    return agreement > NameAgreement::same_sound &&
           (agreement < NameAgreement::part_missing_strong ||
            agreement > NameAgreement::part_missing_very_weak);
  }
  return level >= exact_levels && !agrees_as_far_as_known(kind, level);
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

}  // namespace sanaq::link
