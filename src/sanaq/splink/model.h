// A model as Splink saves it: settings JSON, with or without m and u.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/splink/sql_condition.h"

namespace sanaq::splink {

struct Level {
  std::optional<SqlCondition> condition;  // none: ELSE
  std::string label;
  bool is_null = false;                  // adds nothing
  double m = 0, u = 0;                   // 0: not known, to be learnt
  std::optional<std::string> tf_column;  // term frequency adjustment
  double tf_weight = 1, tf_minimum_u = 0;
  bool tf_uses_own_u = false;  // disable_tf_exact_match_detection
};

struct Comparison {
  std::string name;
  std::vector<Level> levels;  // the first that holds counts
};

struct Model {
  double prior_match = 0;  // probability_two_random_records_match; 0: not known, to be learnt
  std::vector<Comparison> comparisons;
  std::vector<SqlCondition> rules;  // blocking: a pair belongs to the first that finds it
  std::vector<std::string> rule_texts;
  SqlDialect dialect = SqlDialect::duckdb;  // of its conditions
  bool is_link_only = false;                // pairs within a list are none
  std::string text;                         // the file as it was read
};

// The columns that its comparisons, term frequencies and rules look at.
[[nodiscard]] std::set<std::string> columns_of(const Model& model);

[[nodiscard]] bool looks_like_model(std::string_view json);

// Throws Error{bad_input} naming the file and the level: not JSON, or a condition that only SQL can
// say. A prior that is Splink's default, 0.0001, in a model without m is not known.
[[nodiscard]] Model parse_model(std::string_view json, const std::string& path);

// Is any m, u or the prior not known?
[[nodiscard]] bool must_learn(const Model& model);

// The text it was read from, with its prior, m and u: Splink loads it, and so do we, to the bit.
[[nodiscard]] std::string write_model(const Model& model);

}  // namespace sanaq::splink
