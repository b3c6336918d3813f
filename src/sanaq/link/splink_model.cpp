#include "sanaq/link/splink_model.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"

namespace sanaq::link {
namespace {

using base::Error;
using base::Kind;
using base::message;
using Json = nlohmann::json;

SqlCondition condition_or_refuse(const std::string& sql, const std::string& where,
                                 const std::string& path) {
  auto condition = SqlCondition::parse(sql);
  if (!condition)
    throw Error(Kind::bad_input,
                message("{}, {}: {}", path, where, condition.error().reason.english()));
  return std::move(*condition);
}

// 0 where it is not there.
double probability(const Json& level, const char* key, const std::string& where,
                   const std::string& path) {
  const auto found = level.find(key);
  if (found == level.end() || !found->is_number()) return 0;
  const double value = found->get<double>();
  if (!(value > 0 && value <= 1))
    throw Error(Kind::bad_input,
                message("{}, {}: {} is {}; it lies between 0 and 1", path, where, key, value));
  return value;
}

SplinkLevel parse_level(const Json& json, const std::string& where, const std::string& path) {
  SplinkLevel level;
  const std::string sql = json.value("sql_condition", "");
  level.label = json.value("label_for_charts", sql);
  level.is_null = json.value("is_null_level", false);
  std::string upper = sql;
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 32) : c; });
  if (upper != "ELSE") level.condition = condition_or_refuse(sql, where, path);
  if (level.is_null) return level;
  level.m = probability(json, "m_probability", where, path);
  level.u = probability(json, "u_probability", where, path);
  if (json.contains("tf_adjustment_column") && json["tf_adjustment_column"].is_string())
    level.tf_column = json["tf_adjustment_column"].get<std::string>();
  level.tf_weight = json.value("tf_adjustment_weight", 1.0);
  level.tf_minimum_u = json.value("tf_minimum_u_value", 0.0);
  level.tf_uses_own_u = json.value("disable_tf_exact_match_detection", false);
  return level;
}

constexpr double splink_default_prior = 0.0001;

bool must_learn(const SplinkModel& model, const std::function<bool(const SplinkLevel&)>& lacks) {
  for (const SplinkComparison& comparison : model.comparisons) {
    for (const SplinkLevel& level : comparison.levels) {
      if (!level.is_null && lacks(level)) return true;
    }
  }
  return false;
}

}  // namespace

std::set<std::string> columns_of(const SplinkModel& model) {
  std::set<std::string> columns;
  for (const SplinkComparison& comparison : model.comparisons) {
    for (const SplinkLevel& level : comparison.levels) {
      if (level.condition)
        columns.insert(level.condition->columns().begin(), level.condition->columns().end());
      if (level.tf_column) columns.insert(*level.tf_column);
    }
  }
  for (const SqlCondition& rule : model.rules)
    columns.insert(rule.columns().begin(), rule.columns().end());
  return columns;
}

bool looks_like_splink(std::string_view json) {
  const Json parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("comparisons") || !parsed["comparisons"].is_array())
    return false;
  return std::any_of(parsed["comparisons"].begin(), parsed["comparisons"].end(),
                     [](const Json& comparison) {
                       return comparison.is_object() && comparison.contains("comparison_levels");
                     }) ||
         parsed.contains("probability_two_random_records_match");
}

SplinkModel parse_splink_model(std::string_view json, const std::string& path) {
  const Json parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("comparisons") || !parsed["comparisons"].is_array()) {
    throw Error(Kind::bad_input,
                message("{}: this is not a model that Splink saved: it has no comparisons", path));
  }
  SplinkModel model;
  model.text = json;
  model.is_link_only = parsed.value("link_type", "") == "link_only";
  model.prior_match = probability(parsed, "probability_two_random_records_match", "model", path);
  for (const Json& json_comparison : parsed["comparisons"]) {
    SplinkComparison comparison;
    comparison.name = json_comparison.value("output_column_name", "");
    for (const Json& level : json_comparison.value("comparison_levels", Json::array())) {
      comparison.levels.push_back(parse_level(level, comparison.name, path));
    }
    model.comparisons.push_back(std::move(comparison));
  }
  for (const Json& rule : parsed.value("blocking_rules_to_generate_predictions", Json::array())) {
    const std::string sql =
        rule.is_string() ? rule.get<std::string>() : rule.value("blocking_rule", "");
    SqlCondition condition = condition_or_refuse(sql, "blocking rule", path);
    if (!condition.is_blocking_rule()) {
      throw Error(Kind::bad_input,
                  message("{}, blocking rule: only SQL can say this: {}", path, sql));
    }
    model.rules.push_back(std::move(condition));
    model.rule_texts.push_back(sql);
  }
  const bool lacks_m = must_learn(model, [](const SplinkLevel& level) { return level.m <= 0; });
  if (lacks_m && model.prior_match == splink_default_prior) model.prior_match = 0;
  if (model.rules.empty()) {
    model.rules.push_back(*SqlCondition::parse("1 = 1"));
    model.rule_texts.emplace_back("1 = 1");
  }
  return model;
}

bool must_learn(const SplinkModel& model) {
  return model.prior_match <= 0 ||
         must_learn(model, [](const SplinkLevel& level) { return level.m <= 0 || level.u <= 0; });
}

std::string write_splink_model(const SplinkModel& model) {
  nlohmann::ordered_json json = nlohmann::ordered_json::parse(model.text);
  json["probability_two_random_records_match"] = model.prior_match;
  for (std::size_t at = 0; at < model.comparisons.size(); ++at) {
    auto& levels = json["comparisons"][at]["comparison_levels"];
    for (std::size_t level = 0; level < model.comparisons[at].levels.size(); ++level) {
      const SplinkLevel& known = model.comparisons[at].levels[level];
      if (known.is_null) continue;
      levels[level]["m_probability"] = known.m;
      levels[level]["u_probability"] = known.u;
    }
  }
  return json.dump(2) + "\n";
}

}  // namespace sanaq::link
