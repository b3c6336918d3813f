#include "sanaq/link/plain_test.h"

#include <algorithm>

#include "sanaq/link/sql_node.h"

namespace sanaq::link {
namespace {

using Node = SqlCondition::Node;
using Kind = PlainTest::Kind;

bool is_cell(const Node& node, Side side) { return node.op == "column" && node.side == side; }

// The column whose cells of the two rows the two nodes are, in either order.
std::optional<std::string> one_column(const Node& a, const Node& b) {
  if (a.op != "column" || b.op != "column" || a.text != b.text || a.side == b.side)
    return std::nullopt;
  return a.text;
}

// EPOCH(cell) or EPOCH(try_strptime(cell, '%Y-%m-%d')): the cell.
const Node* date_cell(const Node& node) {
  const Node* inner = &node;
  if (inner->op == "epoch") inner = inner->inputs[0].get();
  if (inner->op == "try_strptime") inner = inner->inputs[0].get();
  return inner != &node && inner->op == "column" ? inner : nullptr;
}

std::optional<PlainTest> null_test(const Node& node) {
  const Node &first = *node.inputs[0], &second = *node.inputs[1];
  if (first.op != "is null" || second.op != "is null") return std::nullopt;
  const Node &a = *first.inputs[0], &b = *second.inputs[0];
  if (const auto column = one_column(a, b)) return PlainTest{Kind::either_null, *column, "", 0};
  const Node *date_a = date_cell(a), *date_b = date_cell(b);
  if (date_a == nullptr || date_b == nullptr) return std::nullopt;
  const auto column = one_column(*date_a, *date_b);
  return column ? std::optional(PlainTest{Kind::either_no_date, *column, "", 0}) : std::nullopt;
}

std::optional<PlainTest> equality(const Node& node) {
  const Node &a = *node.inputs[0], &b = *node.inputs[1];
  if (const auto column = one_column(a, b)) return PlainTest{Kind::equal, *column, "", 0};
  if (is_cell(a, Side::left) && is_cell(b, Side::right))
    return PlainTest{Kind::crossed, a.text, b.text, 0};
  if (is_cell(a, Side::right) && is_cell(b, Side::left))
    return PlainTest{Kind::crossed, b.text, a.text, 0};
  return std::nullopt;
}

std::optional<PlainTest> likeness(const Node& node) {
  const Node &distance = *node.inputs[0], &bound = *node.inputs[1];
  const bool more = node.op == ">=";
  std::optional<Kind> kind;
  if (distance.op == "jaro_winkler_similarity" && more) kind = Kind::jaro_winkler;
  if (distance.op == "jaro_similarity" && more) kind = Kind::jaro;
  if (distance.op == "levenshtein" && !more) kind = Kind::levenshtein;
  if (distance.op == "damerau_levenshtein" && !more) kind = Kind::damerau;
  if (!kind || bound.op != "number") return std::nullopt;
  const auto column = one_column(*distance.inputs[0], *distance.inputs[1]);
  return column ? std::optional(PlainTest{*kind, *column, "", bound.number}) : std::nullopt;
}

// The column of |cell - cell| or |date - date|.
std::optional<PlainTest> gap_of(const Node& node) {
  if (node.op != "abs" || node.inputs[0]->op != "-") return std::nullopt;
  const Node &a = *node.inputs[0]->inputs[0], &b = *node.inputs[0]->inputs[1];
  if (const auto column = one_column(a, b)) return PlainTest{Kind::number_gap, *column, "", 0};
  const Node *date_a = date_cell(a), *date_b = date_cell(b);
  if (date_a == nullptr || date_b == nullptr) return std::nullopt;
  const auto column = one_column(*date_a, *date_b);
  return column ? std::optional(PlainTest{Kind::date_gap, *column, "", 0}) : std::nullopt;
}

std::optional<PlainTest> at_most(const Node& node) {
  if (node.inputs[1]->op != "number") return std::nullopt;
  if (auto test = likeness(node)) return test;
  auto test = gap_of(*node.inputs[0]);
  if (test) test->bound = node.inputs[1]->number;
  return test;
}

// CASE WHEN x > y THEN x ELSE y END, of two cells of one column.
bool is_larger_of(const Node& node, const std::string& column) {
  if (node.op != "case" || node.inputs[0]->op != ">") return false;
  const Node &x = *node.inputs[0]->inputs[0], &y = *node.inputs[0]->inputs[1];
  const auto same = [](const Node& a, const Node& b) {
    return a.op == "column" && b.op == "column" && a.text == b.text && a.side == b.side;
  };
  return one_column(x, y) == column && same(x, *node.inputs[1]) && same(y, *node.inputs[2]);
}

std::optional<PlainTest> share(const Node& node) {
  const Node &ratio = *node.inputs[0], &bound = *node.inputs[1];
  if (ratio.op != "/" || bound.op != "number") return std::nullopt;
  auto test = gap_of(*ratio.inputs[0]);
  if (!test || test->kind != Kind::number_gap || !is_larger_of(*ratio.inputs[1], test->column))
    return std::nullopt;
  return PlainTest{Kind::share_gap, test->column, "", bound.number};
}

std::optional<PlainTest> one_test(const Node& node) {
  if (node.op == "or") return null_test(node);
  if (node.op == "=") return equality(node);
  if (node.op == ">=") return likeness(node);
  if (node.op == "<=") return at_most(node);
  if (node.op == "<") return share(node);
  return std::nullopt;
}

bool collect(const Node& node, std::vector<PlainTest>& tests) {
  if (node.op == "and") return collect(*node.inputs[0], tests) && collect(*node.inputs[1], tests);
  auto test = one_test(node);
  if (test) tests.push_back(std::move(*test));
  return test.has_value();
}

}  // namespace

std::optional<std::vector<PlainTest>> plain_tests(const SqlCondition& condition) {
  std::vector<PlainTest> tests;
  if (!collect(condition.root(), tests)) return std::nullopt;
  return tests;
}

}  // namespace sanaq::link
