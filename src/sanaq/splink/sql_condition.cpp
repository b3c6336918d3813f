#include "sanaq/splink/sql_condition.h"

#include <algorithm>

#include "sanaq/splink/limits.h"
#include "sanaq/splink/sql_evaluation.h"
#include "sanaq/splink/sql_parser.h"

namespace sanaq::splink {

using base::message;
using base::Problem;

namespace {

using Node = SqlNode;
using Op = Node::Op;

bool same_but_for_side(const Node& left, const Node& right) {
  if (left.op != right.op || left.text != right.text || left.number != right.number ||
      left.function != right.function || left.variable != right.variable ||
      left.inputs.size() != right.inputs.size())
    return false;
  if (left.op == Op::column && (left.side != Side::left || right.side != Side::right)) return false;
  for (std::size_t at = 0; at < left.inputs.size(); ++at) {
    if (!same_but_for_side(*left.inputs[at], *right.inputs[at])) return false;
  }
  return true;
}

void find_columns(const Node& node, std::vector<std::string>& columns) {
  if (node.op == Op::column &&
      std::find(columns.begin(), columns.end(), node.text) == columns.end())
    columns.push_back(node.text);
  for (const auto& input : node.inputs) find_columns(*input, columns);
}

bool is_rule(const Node& node) {
  if (node.op == Op::conjunction) return is_rule(*node.inputs[0]) && is_rule(*node.inputs[1]);
  return node.op == Op::equal && same_but_for_side(*node.inputs[0], *node.inputs[1]);
}

bool append_key(const Node& node, const CellLookup& cell, std::string& key) {
  if (node.op == Op::conjunction)
    return append_key(*node.inputs[0], cell, key) && append_key(*node.inputs[1], cell, key);
  const SqlValue value = evaluate(*node.inputs[0], cell);
  if (is_null(value)) return false;
  if (const auto list = std::get_if<std::shared_ptr<const SqlList>>(&value)) {
    for (const SqlValue& one : **list) key += as_text(one).value_or("") + '\x1e';
  } else {
    key += as_text(value).value_or("");
  }
  key += '\x1f';
  return true;
}

}  // namespace

base::Result<SqlCondition> SqlCondition::parse(std::string_view sql, SqlDialect dialect) {
  SqlCondition condition;
  try {
    condition.root_ = parse_sql(sql, dialect, condition.columns_);
  } catch (const ConditionTooLarge&) {
    return tl::unexpected(
        Problem{message("the condition is longer than {} letters or nested more than {} deep",
                        condition_bytes_max, condition_depth_max),
                message("say it with fewer parts, or as several levels")});
  } catch (const OnlySql& refused) {
    return tl::unexpected(
        Problem{message("only SQL can say this: {}", refused.what),
                message("say the level with equality, null, jaro_winkler_similarity, "
                        "jaro_similarity, levenshtein, "
                        "damerau_levenshtein, or a difference of dates or numbers")});
  }
  return condition;
}

std::optional<bool> SqlCondition::holds(const CellLookup& cell) const {
  const SqlValue value = evaluate(*root_, cell);
  if (const bool* truth = std::get_if<bool>(&value)) return *truth;
  return std::nullopt;
}

std::optional<std::string> SqlCondition::plain_equality() const {
  if (root_->op != Op::equal || root_->inputs[0]->op != Op::column ||
      root_->inputs[1]->op != Op::column)
    return std::nullopt;
  const Node &left = *root_->inputs[0], &right = *root_->inputs[1];
  if (left.text != right.text || left.side == right.side) return std::nullopt;
  return left.text;
}

bool SqlCondition::is_blocking_rule() const { return is_rule(*root_); }

std::vector<SqlCondition> SqlCondition::equalities() const {
  std::vector<SqlCondition> parts;
  std::vector<std::shared_ptr<Node>> open{root_};
  while (!open.empty()) {
    const std::shared_ptr<Node> node = open.back();
    open.pop_back();
    if (node->op == Op::conjunction) {
      open.push_back(node->inputs[1]);
      open.push_back(node->inputs[0]);
      continue;
    }
    SqlCondition part;
    part.root_ = node;
    find_columns(*node, part.columns_);
    if (!part.columns_.empty()) parts.push_back(std::move(part));
  }
  return parts;
}

std::optional<std::string> SqlCondition::blocking_key(
    const std::function<std::optional<std::string_view>(const std::string&)>& cell) const {
  std::string key;
  const CellLookup lookup = [&](const std::string& column, Side) { return cell(column); };
  if (!append_key(*root_, lookup, key)) return std::nullopt;
  return key;
}

}  // namespace sanaq::splink
