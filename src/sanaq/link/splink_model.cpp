#include "sanaq/link/splink_model.h"

#include <algorithm>
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

double probability(const Json& level, const char* key, const std::string& where,
                   const std::string& path) {
  const auto found = level.find(key);
  if (found == level.end() || !found->is_number()) {
    throw Error(
        Kind::bad_input,
        message("{}, {}: {} is missing; train the model before it is saved", path, where, key));
  }
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

}  // namespace

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
  if (model.rules.empty()) {
    model.rules.push_back(*SqlCondition::parse("1 = 1"));
    model.rule_texts.emplace_back("1 = 1");
  }
  return model;
}

}  // namespace sanaq::link
