// A model as Splink saves it: a settings JSON, with or without m and u.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/splink/sql_condition.h"

namespace sanaq::splink {

struct Level {
  std::optional<SqlCondition> condition;  // nullopt means ELSE
  std::string label;
  bool is_null = false;                  // the level of missing values, which adds nothing
  double m = 0, u = 0;                   // 0 means unknown, to be learnt
  std::optional<std::string> tf_column;  // the column of the term frequency adjustment, if any
  double tf_weight = 1, tf_minimum_u = 0;
  bool tf_uses_own_u = false;  // disable_tf_exact_match_detection
};

struct Comparison {
  std::string name;
  std::vector<Level> levels;  // the first whose condition is true counts
};

struct Model {
  double prior_match = 0;  // probability_two_random_records_match; 0 means unknown, to be learnt
  std::vector<Comparison> comparisons;
  std::vector<SqlCondition> rules;  // blocking rules; a pair belongs to the first that finds it
  std::vector<std::string> rule_texts;
  // arrays_to_explode of each rule: columns of lists of which it takes every value by itself. May
  // be shorter than the rules; of those behind its end there are none.
  std::vector<std::vector<std::string>> rule_arrays;
  SqlDialect dialect = SqlDialect::duckdb;  // the dialect of its conditions
  bool is_link_only = false;                // pairs within a list are not compared
  std::string text;                         // the file as it was read
};

// Returns the columns of lists that a rule explodes.
[[nodiscard]] const std::vector<std::string>& exploded_by(const Model& model, std::size_t rule);

// Returns the columns that the model's comparisons, term frequencies and rules use.
[[nodiscard]] std::set<std::string> columns_of(const Model& model);

[[nodiscard]] bool looks_like_model(std::string_view json);

// Throws Error{bad_input}, naming the file and the level, if the text is not JSON or has a
// condition that only an SQL engine could evaluate. A prior that is Splink's default, 0.0001, in a
// model without m is taken as unknown.
[[nodiscard]] Model parse_model(std::string_view json, const std::string& path);

// Returns true if any m, any u or the prior is unknown.
[[nodiscard]] bool must_learn(const Model& model);

// Returns the text it was read from with its prior, m and u filled in. Splink can load it, and
// reading it again gives the same numbers to the bit.
[[nodiscard]] std::string write_model(const Model& model);

}  // namespace sanaq::splink
