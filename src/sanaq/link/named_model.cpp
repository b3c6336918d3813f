#include "sanaq/link/named_model.h"

#include <algorithm>
#include <numbers>

#include "sanaq/link/columns.h"
#include "sanaq/link/kind_of_levels.h"
#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/model.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/twins.h"

namespace sanaq::link {
namespace {

Comparison hand_out(const FieldModel& field, const Feature& feature,
                    const std::vector<Feature>& features) {
  Comparison comparison{feature.column, std::string(kind_name(feature.kind)), {}, {}};
  const std::vector<std::string>& labels = level_labels(feature.kind);
  for (std::size_t level = 0; level < labels.size(); ++level) {
    comparison.levels.push_back(
        {labels[level], field.m[level], field.u[level],
         comparable_log_ratio(feature.kind, field.m, field.u, level) / std::numbers::ln2,
         field.sharing.empty() ? 0 : field.sharing[level]});
  }
  for (const Parent& parent : field.parents)
    comparison.depends_on.push_back({features[parent.field].column, parent.u, parent.level});
  return comparison;
}

// Each two lists and what is between them, where each two are a group of their own.
template <typename Take>
void each_group(const std::vector<record::List>& lists, const Take& take) {
  if (lists.size() * (lists.size() + 1) / 2 > PairSpace::groups_most) return;
  for (std::size_t b = 0; b < lists.size(); ++b) {
    for (std::size_t a = 0; a <= b; ++a)
      take(PairSpace::list_pair_of_lists(a, b), lists[a].name, lists[b].name);
  }
}

void hand_out_between(const FieldModel& field, const std::vector<record::List>& lists,
                      Comparison& comparison) {
  if (field.by_group.empty()) return;
  each_group(lists, [&](std::size_t group, const std::string& left, const std::string& right) {
    comparison.between.push_back({left, right, field.by_group[group].m, field.by_group[group].u});
  });
}

// Of lists that the model does not know: what it knows of all.
void take_between(const Comparison& known, const std::vector<record::List>& lists,
                  FieldModel& field) {
  if (known.between.empty() || lists.size() < 2) return;
  std::vector<FieldModel::OfGroup> groups(lists.size() * (lists.size() + 1) / 2,
                                          {field.m, field.u});
  bool is_known = false;
  each_group(lists, [&](std::size_t group, const std::string& left, const std::string& right) {
    for (const Between& between : known.between) {
      const bool is_here = (between.left == left && between.right == right) ||
                           (between.left == right && between.right == left);
      if (!is_here || between.m.size() != field.m.size() || between.u.size() != field.u.size())
        continue;
      groups[group] = {between.m, between.u};
      is_known = true;
    }
  });
  if (is_known) field.by_group = std::move(groups);
}

std::size_t feature_named(const std::vector<Feature>& features, const std::string& column) {
  for (std::size_t at = 0; at < features.size(); ++at) {
    if (features[at].column == column) return at;
  }
  return features.size();
}

}  // namespace

Model named_model(const PairModel& model, const std::vector<Feature>& features,
                  const std::vector<record::List>& lists, const std::vector<Rule>& rules,
                  double recall_lost) {
  Model out;
  out.prior_match = model.prior_match;
  out.prior_within = model.prior_within;
  for (std::size_t f = 0; f < features.size(); ++f) {
    out.comparisons.push_back(hand_out(model.fields[f], features[f], features));
    hand_out_between(model.fields[f], lists, out.comparisons.back());
  }
  out.differences = model.differences.tilt;
  for (const Rule& rule : rules)
    out.rules.push_back({rule.name, static_cast<std::int64_t>(rule.pairs)});
  out.recall_lost = std::max(0.0, recall_lost);
  return out;
}

PairModel model_of_columns(const Model& model, const std::vector<Feature>& features,
                           const std::vector<record::List>& lists,
                           std::shared_ptr<const PairSpace> space) {
  PairModel in;
  in.space = std::move(space);
  in.prior_match = model.prior_match;
  in.prior_within = model.prior_within > 0 ? model.prior_within : model.prior_match;
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
        field.sharing.push_back(known->levels[level].sharing);
      }
      take_between(*known, lists, field);
      for (const Dependence& dependence : known->depends_on) {
        const std::size_t parent = feature_named(features, dependence.column);
        if (parent < features.size() && dependence.u.size() == levels)
          field.parents.push_back({parent, dependence.u, dependence.level});
      }
    }
    in.differences.share.push_back(
        known == model.comparisons.end() ? 0 : differing_share(feature.kind, field.m));
    in.fields.push_back(std::move(field));
  }
  if (in.space) in.twins = look_for_twins(features, in.space->list_of, in.space->list_count());
  in.differences.tilt = model.differences;
  if (!in.differences.tilt.empty())
    in.differences.tilt.resize(features.size() + 1, in.differences.tilt.back());
  return in;
}

}  // namespace sanaq::link
