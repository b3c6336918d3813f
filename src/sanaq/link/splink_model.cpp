#include "sanaq/link/splink_model.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_map>

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

// One column of the table as Splink sees it: null or text, with the share of each value among those
// that are not null.
struct Cells {
  const record::Column* column = nullptr;
  std::vector<double> share;  // by code; 0 for null

  [[nodiscard]] std::optional<std::string_view> at(std::uint32_t record) const {
    const std::uint32_t code = column->codes[record];
    if (code == 0) return std::nullopt;
    return column->values[code];
  }
};

const record::Column& find_column(const record::RecordTable& table, const std::string& name) {
  for (const record::Column& column : table.columns) {
    if (column.header == name) return column;
  }
  for (const record::Column& column : table.columns) {
    if (column.field && record::field_name(*column.field) == name) return column;
  }
  throw Error(Kind::bad_input,
              message("the model compares the column {}, which the lists do not have", name));
}

class Scorer {
 public:
  Scorer(const record::RecordTable& table, const SplinkModel& model)
      : table_(table), model_(model) {
    for (const SplinkComparison& comparison : model.comparisons) {
      std::vector<std::string> used;
      for (const SplinkLevel& level : comparison.levels) {
        if (level.condition)
          used.insert(used.end(), level.condition->columns().begin(),
                      level.condition->columns().end());
        if (level.tf_column) used.push_back(*level.tf_column);
      }
      std::sort(used.begin(), used.end());
      used.erase(std::unique(used.begin(), used.end()), used.end());
      for (const std::string& name : used) load(name);
      used_.push_back(std::move(used));
      known_.emplace_back();
    }
    for (const SqlCondition& rule : model.rules) {
      for (const std::string& name : rule.columns()) load(name);
    }
  }

  [[nodiscard]] const Cells& cells(const std::string& name) const { return cells_.at(name); }

  // The level that holds, as an index into the comparison's levels; string work once for each
  // different set of values.
  std::size_t level_of(std::size_t comparison, std::uint32_t left, std::uint32_t right) {
    std::string key;
    for (const std::string& name : used_[comparison]) {
      const auto& codes = cells_.at(name).column->codes;
      for (const std::uint32_t code : {codes[left], codes[right]})
        key.append(reinterpret_cast<const char*>(&code), sizeof code);
    }
    const auto [entry, is_new] = known_[comparison].try_emplace(std::move(key), std::size_t{0});
    if (is_new) entry->second = find_level(model_.comparisons[comparison], left, right);
    return entry->second;
  }

  [[nodiscard]] double weight(const SplinkComparison& comparison, std::size_t at,
                              std::uint32_t left, std::uint32_t right) const {
    const SplinkLevel& level = comparison.levels[at];
    if (level.is_null) return 0;
    double bits = std::log2(level.m / level.u);
    if (!level.tf_column || level.tf_weight == 0) return bits;
    const Cells& column = cells_.at(*level.tf_column);
    const double share = std::max(column.share[column.column->codes[left]],
                                  column.share[column.column->codes[right]]);
    if (share == 0) return bits;
    return bits + level.tf_weight * (std::log2(exact_u(comparison, level)) -
                                     std::log2(std::max(share, level.tf_minimum_u)));
  }

 private:
  void load(const std::string& name) {
    if (cells_.contains(name)) return;
    Cells cells;
    cells.column = &find_column(table_, name);
    cells.share.assign(cells.column->values.size(), 0);
    double filled = 0;
    for (const std::uint32_t code : cells.column->codes) {
      if (code == 0) continue;
      ++cells.share[code];
      ++filled;
    }
    for (double& share : cells.share) share = filled > 0 ? share / filled : 0;
    cells_.emplace(name, std::move(cells));
  }

  [[nodiscard]] std::size_t find_level(const SplinkComparison& comparison, std::uint32_t left,
                                       std::uint32_t right) const {
    const CellLookup cell = [&](const std::string& name, Side side) {
      return cells_.at(name).at(side == Side::left ? left : right);
    };
    for (std::size_t at = 0; at < comparison.levels.size(); ++at) {
      const auto& condition = comparison.levels[at].condition;
      if (!condition || condition->holds(cell).value_or(false)) return at;
    }
    throw Error(Kind::bad_input,
                message("the comparison {} has no level that holds for a pair; add an ELSE level",
                        comparison.name));
  }

  static double exact_u(const SplinkComparison& comparison, const SplinkLevel& level) {
    if (level.tf_uses_own_u) return level.u;
    for (const SplinkLevel& other : comparison.levels) {
      if (other.condition && other.condition->plain_equality() == level.tf_column) return other.u;
    }
    return level.u;
  }

  const record::RecordTable& table_;
  const SplinkModel& model_;
  std::unordered_map<std::string, Cells> cells_;  // looked up only
  std::vector<std::vector<std::string>> used_;    // columns of each comparison
  std::vector<std::unordered_map<std::string, std::size_t>>
      known_;  // levels found so far; looked up only
};

// Pairs of each rule in turn, without those that an earlier rule has found.
std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates(const record::RecordTable& table,
                                                                const SplinkModel& model,
                                                                const Scorer& scorer) {
  const auto count = static_cast<std::uint32_t>(table.record_count());
  std::vector<std::vector<std::optional<std::string>>> keys;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const SqlCondition& rule : model.rules) {
    std::vector<std::optional<std::string>> key(count);
    std::vector<std::uint32_t> order;
    for (std::uint32_t record = 0; record < count; ++record) {
      key[record] =
          rule.blocking_key([&](const std::string& name) { return scorer.cells(name).at(record); });
      if (key[record]) order.push_back(record);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return *key[a] < *key[b]; });
    for (std::size_t first = 0; first < order.size(); ++first) {
      for (std::size_t second = first + 1;
           second < order.size() && key[order[second]] == key[order[first]]; ++second) {
        const auto [left, right] = std::minmax(order[first], order[second]);
        const bool known = std::any_of(keys.begin(), keys.end(), [&](const auto& earlier) {
          return earlier[left] && earlier[left] == earlier[right];
        });
        if (!known) pairs.emplace_back(left, right);
      }
    }
    keys.push_back(std::move(key));
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

// -1 for the null level, 0 for the last, upwards to the first.
std::int8_t splink_number(const SplinkComparison& comparison, std::size_t at) {
  if (comparison.levels[at].is_null) return -1;
  return static_cast<std::int8_t>(comparison.levels.size() - 1 - at);
}

bool has_letters_beyond_ascii(const record::RecordTable& table) {
  for (const record::Column& column : table.columns) {
    for (const std::string& value : column.values) {
      if (std::any_of(value.begin(), value.end(), [](char c) { return (c & 0x80) != 0; }))
        return true;
    }
  }
  return false;
}

Model described(const SplinkModel& model) {
  Model plain;
  plain.prior_match = model.prior_match;
  plain.converged = true;
  for (const SplinkComparison& comparison : model.comparisons) {
    Comparison shown{.column = comparison.name, .kind = "splink", .levels = {}};
    for (auto level = comparison.levels.rbegin(); level != comparison.levels.rend(); ++level) {
      if (!level->is_null)
        shown.levels.push_back({level->label, level->m, level->u, std::log2(level->m / level->u)});
    }
    plain.comparisons.push_back(std::move(shown));
  }
  return plain;
}

}  // namespace

bool looks_like_splink(std::string_view json) {
  const Json parsed = Json::parse(json, nullptr, false);
  return parsed.is_object() && parsed.contains("comparisons") &&
         parsed.contains("probability_two_random_records_match");
}

SplinkModel parse_splink_model(std::string_view json, const std::string& path) {
  const Json parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object() || !parsed.contains("comparisons") || !parsed["comparisons"].is_array()) {
    throw Error(Kind::bad_input,
                message("{}: this is not a model that Splink saved: it has no comparisons", path));
  }
  SplinkModel model;
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

Result score_as_splink(const record::RecordTable& table, const SplinkModel& model,
                       double pair_probability_min, base::Progress& progress) {
  Result result;
  result.model = described(model);
  Scorer scorer(table, model);
  const auto pairs = candidates(table, model, scorer);
  result.candidate_pairs = static_cast<std::int64_t>(pairs.size());
  progress.start(message("scoring pairs"), result.candidate_pairs);
  const double prior_bits = std::log2(model.prior_match / (1 - model.prior_match));
  std::int64_t done = 0;
  for (const auto& [left, right] : pairs) {
    if (++done % 65536 == 0) {
      progress.advance_to(done);
      progress.throw_if_stopped();
    }
    Pair pair{.left = left, .right = right, .weight_bits = prior_bits, .levels = {}};
    for (std::size_t at = 0; at < model.comparisons.size(); ++at) {
      const SplinkComparison& comparison = model.comparisons[at];
      const std::size_t level = scorer.level_of(at, left, right);
      pair.weight_bits += scorer.weight(comparison, level, left, right);
      pair.levels.push_back(splink_number(comparison, level));
    }
    pair.probability = 1 / (1 + std::exp2(-pair.weight_bits));
    if (pair.probability >= pair_probability_min) result.pairs.push_back(std::move(pair));
  }
  progress.finish();
  if (has_letters_beyond_ascii(table)) {
    result.warnings.push_back(
        message("some text is not ASCII: Splink on DuckDB compares its bytes, these weights "
                "compare characters and may differ"));
  }
  return result;
}

}  // namespace sanaq::link
