#include "sanaq/link/model.h"

#include <algorithm>
#include <cmath>

namespace sanaq::link {
namespace {

Comparison hand_out(const FieldModel& field, const Feature& feature,
                    const std::vector<Feature>& features) {
  Comparison comparison{feature.column, std::string(kind_name(feature.kind)), {}, {}};
  const std::vector<std::string>& labels = level_labels(feature.kind);
  for (std::size_t level = 0; level < labels.size(); ++level) {
    comparison.levels.push_back({labels[level], field.m[level], field.u[level],
                                 std::log2(field.m[level] / field.u[level])});
  }
  for (const Parent& parent : field.parents)
    comparison.depends_on.push_back({features[parent.field].column, parent.u});
  return comparison;
}

std::size_t feature_named(const std::vector<Feature>& features, const std::string& column) {
  for (std::size_t at = 0; at < features.size(); ++at) {
    if (features[at].column == column) return at;
  }
  return features.size();
}

}  // namespace

Model hand_out_model(const PairModel& model, const std::vector<Feature>& features,
                     const std::vector<Rule>& rules, double recall_lost) {
  Model out;
  out.prior_match = model.prior_match;
  for (std::size_t f = 0; f < features.size(); ++f)
    out.comparisons.push_back(hand_out(model.fields[f], features[f], features));
  out.differences = model.differences.tilt;
  for (const Rule& rule : rules)
    out.rules.push_back({rule.name, static_cast<std::int64_t>(rule.pairs)});
  out.recall_lost = std::max(0.0, recall_lost);
  return out;
}

PairModel take_model(const Model& model, const std::vector<Feature>& features) {
  PairModel in;
  in.prior_match = model.prior_match;
  for (const Feature& feature : features) {
    const auto levels = static_cast<std::size_t>(level_count(feature.kind));
    FieldModel field{std::vector<double>(levels, 1.0 / static_cast<double>(levels)),
                     std::vector<double>(levels, 1.0 / static_cast<double>(levels)),
                     {}};
    const auto known = std::find_if(
        model.comparisons.begin(), model.comparisons.end(), [&](const Comparison& comparison) {
          return comparison.column == feature.column &&
                 comparison.kind == kind_name(feature.kind) && comparison.levels.size() == levels;
        });
    if (known != model.comparisons.end()) {
      for (std::size_t level = 0; level < levels; ++level) {
        field.m[level] = known->levels[level].m;
        field.u[level] = known->levels[level].u;
      }
      for (const Dependence& dependence : known->depends_on) {
        const std::size_t parent = feature_named(features, dependence.column);
        if (parent < features.size() && dependence.u.size() == levels)
          field.parents.push_back({parent, dependence.u});
      }
    }
    in.differences.share.push_back(
        known == model.comparisons.end() ? 0 : differing_share(feature.kind, field.m));
    in.fields.push_back(std::move(field));
  }
  in.differences.tilt = model.differences;
  if (!in.differences.tilt.empty())
    in.differences.tilt.resize(features.size() + 1, in.differences.tilt.back());
  return in;
}

}  // namespace sanaq::link
