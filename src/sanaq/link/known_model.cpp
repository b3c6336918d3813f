#include "sanaq/link/known_model.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "sanaq/link/named_model.h"

namespace sanaq::link {

PairModel known_model(const PreparedRecords& records) {
  return model_of_columns(*records.options.model, records.columns.features, records.table.lists,
                          std::make_shared<const PairSpace>(records.space));
}

std::vector<base::Message> warnings_of_known_model(const PreparedRecords& records) {
  const std::vector<Feature>& features = records.columns.features;
  std::vector<base::Message> warnings;
  for (const Comparison& comparison : records.options.model->comparisons) {
    const bool is_here = std::any_of(features.begin(), features.end(), [&](const Feature& feature) {
      return feature.column == comparison.column;
    });
    if (!is_here)
      warnings.push_back(base::message(
          "the model compares {}, which the lists do not have or hardly fill; the rest is used",
          comparison.column));
  }
  return warnings;
}

KnownRules known_rules(const PreparedRecords& records, Crew& crew) {
  KnownRules known;
  known.keys = make_keys(records.columns, crew.workers, crew.progress);
  for (const BlockRule& of_model : records.options.model->rules) {
    if (auto rule =
            known_rule(of_model.rule, records.table, records.order, records.columns, known.keys))
      known.rules.push_back(std::move(*rule));
    else
      known.warnings.push_back(base::message(
          "the model's blocking rule {} names a column that the lists do not have", of_model.rule));
  }
  return known;
}

Model known_model_as_used(const PreparedRecords& records, const PairModel& model,
                          const std::vector<Rule>& rules, double recall_lost) {
  Model used = *records.options.model;
  used.comparisons =
      named_model(model, records.columns.features, records.table.lists, {}, 0).comparisons;
  used.rules = named_model(model, {}, {}, rules, 0).rules;
  used.recall_lost = recall_lost;
  return used;
}

}  // namespace sanaq::link
