// A model as Splink saves it (settings JSON with m and u): read, and applied to give Splink's match
// weights.
//
// Weights equal Splink's to 1e-6 on ASCII text; elsewhere Splink on DuckDB compares bytes and we
// compare characters, which a warning says.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/link/link.h"
#include "sanaq/link/sql_condition.h"
#include "sanaq/record/record_table.h"

namespace sanaq::link {

struct SplinkLevel {
  std::optional<SqlCondition> condition;  // none: ELSE
  std::string label;
  bool is_null = false;  // adds nothing
  double m = 0, u = 0;
  std::optional<std::string> tf_column;  // term frequency adjustment
  double tf_weight = 1, tf_minimum_u = 0;
  bool tf_uses_own_u = false;  // disable_tf_exact_match_detection
};

struct SplinkComparison {
  std::string name;
  std::vector<SplinkLevel> levels;  // the first that holds counts
};

struct SplinkModel {
  double prior_match = 0;  // probability_two_random_records_match
  std::vector<SplinkComparison> comparisons;
  std::vector<SqlCondition> rules;  // blocking: a pair belongs to the first that finds it
  std::vector<std::string> rule_texts;
};

[[nodiscard]] bool looks_like_splink(std::string_view json);

// Throws Error{bad_input} naming the file and the level: not JSON, no m or u, or a condition that
// only SQL can say.
[[nodiscard]] SplinkModel parse_splink_model(std::string_view json, const std::string& path);

// Result::pairs sorted by (left, right), weight_bits with the prior's odds in it, levels numbered
// as Splink does (-1 null, 0 else, upwards to exact). Columns are found by header, then by FIELD;
// throws Error{bad_input} for one that is missing. Clusters are not made here.
[[nodiscard]] Result score_as_splink(const record::RecordTable& table, const SplinkModel& model,
                                     double pair_probability_min, base::Progress& progress);

}  // namespace sanaq::link
