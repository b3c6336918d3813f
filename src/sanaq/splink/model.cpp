#include "sanaq/splink/model.h"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/json_depth.h"
#include "sanaq/link/limits.h"

namespace sanaq::splink {
namespace {

using base::Error;
using base::Kind;
using base::message;
using Json = nlohmann::json;

SqlCondition condition_or_refuse(const std::string& sql, SqlDialect dialect,
                                 const std::string& where, const std::string& path) {
  auto condition = SqlCondition::parse(sql, dialect);
  if (!condition)
    throw Error(Kind::bad_input,
                message("{}, {}: {}", path, where, condition.error().reason.english()));
  return std::move(*condition);
}

// Splink's names; of another, DuckDB's reading, which is nearest to the standard.
SqlDialect dialect_named(std::string_view name) {
  constexpr std::pair<std::string_view, SqlDialect> names[] = {{"spark", SqlDialect::spark},
                                                               {"postgres", SqlDialect::postgres},
                                                               {"sqlite", SqlDialect::sqlite},
                                                               {"athena", SqlDialect::athena}};
  for (const auto& [known, dialect] : names) {
    if (name == known) return dialect;
  }
  return SqlDialect::duckdb;
}

// One object of the file, key by key: what is absent or null is `otherwise`, and what has another
// type than Splink writes is refused by name.
class Fields {
 public:
  Fields(const Json& json, std::string where, const std::string& path)
      : json_(json), where_(std::move(where)), path_(path) {
    if (!json.is_object()) wrong("{}");
  }

  [[nodiscard]] std::string text(const char* key, const std::string& otherwise) const {
    const Json* value = find(key);
    if (value == nullptr) return otherwise;
    if (!value->is_string()) wrong(key);
    return value->get<std::string>();
  }
  [[nodiscard]] std::vector<std::string> texts(const char* key) const {
    std::vector<std::string> all;
    for (const Json& one : list(key)) {
      if (!one.is_string()) wrong(key);
      all.push_back(one.get<std::string>());
    }
    return all;
  }
  [[nodiscard]] bool flag(const char* key) const {
    const Json* value = find(key);
    if (value == nullptr) return false;
    if (!value->is_boolean()) wrong(key);
    return value->get<bool>();
  }
  [[nodiscard]] double number(const char* key, double otherwise) const {
    const Json* value = find(key);
    if (value == nullptr) return otherwise;
    if (!value->is_number()) wrong(key);
    return value->get<double>();
  }
  // 0 where it is not there, or where Splink wrote in words that it never saw the level.
  [[nodiscard]] double probability(const char* key) const {
    const Json* value = find(key);
    if (value == nullptr || value->is_string()) return 0;
    const double share = number(key, 0);
    if (!(share > 0 && share <= 1))
      throw Error(Kind::bad_input,
                  message("{}, {}: {} is {}; it lies between 0 and 1", path_, where_, key, share));
    return share;
  }
  [[nodiscard]] const Json& list(const char* key) const {
    static const Json none = Json::array();
    const Json* value = find(key);
    if (value == nullptr) return none;
    if (!value->is_array()) wrong(key);
    return *value;
  }

 private:
  [[nodiscard]] const Json* find(const char* key) const {
    const auto found = json_.find(key);
    return found == json_.end() || found->is_null() ? nullptr : &*found;
  }
  [[noreturn]] void wrong(const char* key) const {
    throw Error(Kind::bad_input,
                message("{}, {}: {} has another type than Splink writes; save the model again from "
                        "Splink",
                        path_, where_, key));
  }

  const Json& json_;
  std::string where_;
  const std::string& path_;
};

Level parse_level(const Json& json, SqlDialect dialect, const std::string& where,
                  const std::string& path) {
  const Fields fields(json, where, path);
  Level level;
  const std::string sql = fields.text("sql_condition", "");
  level.label = fields.text("label_for_charts", sql);
  level.is_null = fields.flag("is_null_level");
  std::string upper = sql;
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 32) : c; });
  if (upper != "ELSE") level.condition = condition_or_refuse(sql, dialect, where, path);
  if (level.is_null) return level;
  level.m = fields.probability("m_probability");
  level.u = fields.probability("u_probability");
  if (const std::string column = fields.text("tf_adjustment_column", ""); !column.empty())
    level.tf_column = column;
  level.tf_weight = fields.number("tf_adjustment_weight", 1.0);
  level.tf_minimum_u = fields.number("tf_minimum_u_value", 0.0);
  level.tf_uses_own_u = fields.flag("disable_tf_exact_match_detection");
  return level;
}

// The name of a column that may stand in the quotes of SQL.
std::string without_quotes(const std::string& name) {
  const bool is_quoted = name.size() > 2 && name.front() == name.back() &&
                         (name.front() == '"' || name.front() == '`');
  return is_quoted ? name.substr(1, name.size() - 2) : name;
}

void parse_rule(const Json& json, const std::string& path, Model& model) {
  const std::string where = "blocking rule";
  const std::string sql = json.is_string() ? json.get<std::string>()
                                           : Fields(json, where, path).text("blocking_rule", "");
  SqlCondition condition = condition_or_refuse(sql, model.dialect, where, path);
  if (!condition.is_blocking_rule()) {
    throw Error(Kind::bad_input,
                message("{}, blocking rule: only SQL can say this: {}", path, sql));
  }
  model.rules.push_back(std::move(condition));
  model.rule_texts.push_back(sql);
  std::vector<std::string>& arrays = model.rule_arrays.emplace_back();
  if (json.is_object()) arrays = Fields(json, where, path).texts("arrays_to_explode");
  for (std::string& column : arrays) column = without_quotes(column);
}

// Discarded where it is no JSON, or more than a model.
Json parsed_within_limits(std::string_view json) {
  if (json.size() > link::model_bytes_max || base::json_depth(json) > link::model_depth_max)
    return Json(Json::value_t::discarded);
  return Json::parse(json, nullptr, false);
}

constexpr double splink_default_prior = 0.0001;

bool must_learn(const Model& model, const std::function<bool(const Level&)>& lacks) {
  for (const Comparison& comparison : model.comparisons) {
    for (const Level& level : comparison.levels) {
      if (!level.is_null && lacks(level)) return true;
    }
  }
  return false;
}

}  // namespace

std::set<std::string> columns_of(const Model& model) {
  std::set<std::string> columns;
  for (const Comparison& comparison : model.comparisons) {
    for (const Level& level : comparison.levels) {
      if (level.condition)
        columns.insert(level.condition->columns().begin(), level.condition->columns().end());
      if (level.tf_column) columns.insert(*level.tf_column);
    }
  }
  for (const SqlCondition& rule : model.rules)
    columns.insert(rule.columns().begin(), rule.columns().end());
  for (const std::vector<std::string>& arrays : model.rule_arrays)
    columns.insert(arrays.begin(), arrays.end());
  return columns;
}

const std::vector<std::string>& exploded_by(const Model& model, std::size_t rule) {
  static const std::vector<std::string> none;
  return rule < model.rule_arrays.size() ? model.rule_arrays[rule] : none;
}

bool looks_like_model(std::string_view json) {
  const Json parsed = parsed_within_limits(json);
  if (!parsed.is_object() || !parsed.contains("comparisons") || !parsed["comparisons"].is_array())
    return false;
  return std::any_of(parsed["comparisons"].begin(), parsed["comparisons"].end(),
                     [](const Json& comparison) {
                       return comparison.is_object() && comparison.contains("comparison_levels");
                     }) ||
         parsed.contains("probability_two_random_records_match");
}

Model parse_model(std::string_view json, const std::string& path) {
  const Json parsed = parsed_within_limits(json);
  if (!parsed.is_object() || !parsed.contains("comparisons") || !parsed["comparisons"].is_array()) {
    throw Error(Kind::bad_input,
                message("{}: this is not a model that Splink saved: it has no comparisons", path));
  }
  const Fields settings(parsed, "model", path);
  Model model;
  model.text = json;
  model.dialect = dialect_named(settings.text("sql_dialect", ""));
  model.is_link_only = settings.text("link_type", "") == "link_only";
  model.prior_match = settings.probability("probability_two_random_records_match");
  for (const Json& json_comparison : settings.list("comparisons")) {
    const Fields fields(json_comparison, "comparisons", path);
    Comparison comparison;
    comparison.name = fields.text("output_column_name", "");
    for (const Json& level : fields.list("comparison_levels"))
      comparison.levels.push_back(parse_level(level, model.dialect, comparison.name, path));
    model.comparisons.push_back(std::move(comparison));
  }
  for (const Json& rule : settings.list("blocking_rules_to_generate_predictions"))
    parse_rule(rule, path, model);
  const bool lacks_m = must_learn(model, [](const Level& level) { return level.m <= 0; });
  if (lacks_m && model.prior_match == splink_default_prior) model.prior_match = 0;
  if (model.rules.empty()) {
    model.rules.push_back(*SqlCondition::parse("1 = 1"));
    model.rule_texts.emplace_back("1 = 1");
  }
  return model;
}

bool must_learn(const Model& model) {
  return model.prior_match <= 0 ||
         must_learn(model, [](const Level& level) { return level.m <= 0 || level.u <= 0; });
}

std::string write_model(const Model& model) {
  nlohmann::ordered_json json = nlohmann::ordered_json::parse(model.text);
  json["probability_two_random_records_match"] = model.prior_match;
  for (std::size_t at = 0; at < model.comparisons.size(); ++at) {
    auto& levels = json["comparisons"][at]["comparison_levels"];
    for (std::size_t level = 0; level < model.comparisons[at].levels.size(); ++level) {
      const Level& known = model.comparisons[at].levels[level];
      if (known.is_null) continue;
      levels[level]["m_probability"] = known.m;
      levels[level]["u_probability"] = known.u;
    }
  }
  return json.dump(2) + "\n";
}

}  // namespace sanaq::splink
