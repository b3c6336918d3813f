#include "sanaq/splink/plain_condition.h"

#include <algorithm>
#include <limits>

#include "sanaq/splink/sql_evaluation.h"
#include "sanaq/splink/sql_parser.h"

namespace sanaq::splink {
namespace {

using Node = SqlNode;
using Op = Node::Op;
using Kind = PlainTest::Kind;

constexpr std::size_t ways_most = 16;
constexpr double any_number = 12345678;  // in a standard test: stands for its bound
constexpr const char* kilometres =
    "cast(acos(case when (sin(radians(x_l)) * sin(radians(x_r)) + cos(radians(x_l)) * "
    "cos(radians(x_r)) * cos(radians(y_r - y_l))) > 1 then 1 when (sin(radians(x_l)) * "
    "sin(radians(x_r)) + cos(radians(x_l)) * cos(radians(x_r)) * cos(radians(y_r - y_l))) < -1 "
    "then -1 else (sin(radians(x_l)) * sin(radians(x_r)) + cos(radians(x_l)) * cos(radians(x_r)) * "
    "cos(radians(y_r - y_l))) end) * 6371 as float) <= 12345678";
constexpr const char* spark_cosine =
    "(aggregate(zip_with(x_l, x_r, (x, y) -> x * y), CAST(0.0 AS DOUBLE), (acc, x) -> acc + x)) / "
    "(nullif((sqrt(aggregate(transform(x_l, x -> x * x), CAST(0.0 AS DOUBLE), (acc, x) -> acc + "
    "x))) * (sqrt(aggregate(transform(x_r, x -> x * x), CAST(0.0 AS DOUBLE), (acc, x) -> acc + "
    "x))), 0.0)) >= 12345678";

constexpr const char* sublist =
    "list_length(list_intersect(x_l, x_r)) = least(list_length(x_l), list_length(x_r))";

struct Standard {
  Kind kind;
  std::shared_ptr<const Node> tree;
  double bound_least = -std::numeric_limits<double>::infinity();  // below it, another test
};

Standard standard(Kind kind, const std::string& sql, SqlDialect dialect = SqlDialect::duckdb) {
  std::vector<std::string> columns;
  return {kind, parse_sql(sql, dialect, columns)};
}

// Of PostgreSQL null is an empty list on either side: no value in common, and not one is enough.
Standard common_of_postgres() {
  Standard common =
      standard(Kind::common_values, "cardinality(array_intersect(x_l, x_r)) >= 12345678",
               SqlDialect::postgres);
  common.bound_least = 1;
  return common;
}

Standard of_pairs(Kind kind, const std::string& best, const std::string& function,
                  const std::string& bound) {
  return standard(kind, best +
                            "(list_transform(flatten(list_transform(x_l, x -> list_transform(x_r, "
                            "y -> [x, y]))), pair -> " +
                            function + "(pair[1], pair[2]))) " + bound + " 12345678");
}

// x and y stand for a cell or what is made of one. The first that fits is taken.
const std::vector<Standard>& standards() {
  static const std::vector<Standard> all{
      standard(Kind::equal, "x_l = x_r"),
      standard(Kind::crossed, "x_l = y_r"),
      standard(Kind::either_null, "x_l IS NULL OR x_r IS NULL"),
      standard(Kind::jaro_winkler, "jaro_winkler_similarity(x_l, x_r) >= 12345678"),
      standard(Kind::jaro, "jaro_similarity(x_l, x_r) >= 12345678"),
      standard(Kind::jaccard, "jaccard(x_l, x_r) >= 12345678"),
      standard(Kind::levenshtein, "levenshtein(x_l, x_r) <= 12345678"),
      standard(Kind::damerau, "damerau_levenshtein(x_l, x_r) <= 12345678"),
      standard(Kind::hamming, "hamming(x_l, x_r) <= 12345678"),
      standard(Kind::date_gap, "abs(epoch(x_l) - epoch(x_r)) <= 12345678"),
      standard(Kind::day_gap, "abs(datediff(x_l, x_r)) <= 12345678"),
      standard(Kind::number_gap, "abs(x_l - x_r) <= 12345678"),
      standard(Kind::share_gap,
               "(abs(x_l - x_r) / (case when x_r > x_l then x_r else x_l end)) < 12345678"),
      standard(Kind::kilometres, kilometres),
      standard(Kind::kilometres_double, kilometres, SqlDialect::postgres),
      standard(Kind::common_values, "list_length(list_intersect(x_l, x_r)) >= 12345678"),
      common_of_postgres(),
      standard(Kind::no_empty_list, "least(list_length(x_l), list_length(x_r)) <> 0"),
      standard(Kind::shared_values, "size(array_intersect(x_l, x_r)) >= 12345678",
               SqlDialect::spark),
      standard(Kind::sublist, sublist),
      standard(Kind::known_sublist, sublist, SqlDialect::spark),
      standard(Kind::cosine, "list_cosine_similarity(x_l, x_r) >= 12345678"),
      standard(Kind::cosine_or_none, spark_cosine, SqlDialect::spark),
      of_pairs(Kind::pair_winkler, "list_max", "jaro_winkler_similarity", ">="),
      of_pairs(Kind::pair_jaro, "list_max", "jaro_similarity", ">="),
      of_pairs(Kind::pair_levenshtein, "list_min", "levenshtein", "<="),
      of_pairs(Kind::pair_damerau, "list_min", "damerau_levenshtein", "<=")};
  return all;
}

// But for the side.
bool is_alike(const Node& a, const Node& b) {
  if (a.op != b.op || a.number != b.number || a.text != b.text || a.function != b.function ||
      a.variable != b.variable || a.inputs.size() != b.inputs.size())
    return false;
  for (std::size_t at = 0; at < a.inputs.size(); ++at) {
    if (!is_alike(*a.inputs[at], *b.inputs[at])) return false;
  }
  return true;
}

// The one column and the one side that a tree looks at.
struct Looked {
  const Node* column = nullptr;
  bool is_one = true;

  void look(const Node& node, std::size_t lambda_from) {
    if (node.op == Op::variable && node.variable < lambda_from) is_one = false;
    if (node.op == Op::column) {
      if (column != nullptr && (column->text != node.text || column->side != node.side))
        is_one = false;
      column = &node;
    }
    for (const auto& input : node.inputs)
      look(*input, node.op == Op::lambda ? std::min(lambda_from, node.variable) : lambda_from);
  }
};

std::optional<double> constant(const Node& node) {
  Looked looked;
  looked.look(node, static_cast<std::size_t>(-1));
  if (looked.column != nullptr || !looked.is_one) return std::nullopt;
  return as_number(evaluate(node, [](const auto&, Side) { return std::nullopt; }));
}

// Holds a condition against a standard test.
class Fitting {
 public:
  explicit Fitting(bool is_turned) : is_turned_(is_turned) {}

  bool fits(const Node& standard, const std::shared_ptr<Node>& node) {
    if (standard.op == Op::column) return binds(standard, node);
    if (standard.op == Op::number && standard.number == any_number) {
      const auto number = constant(*node);
      test.bound = number.value_or(0);
      return number.has_value();
    }
    if (standard.op != node->op || standard.number != node->number || standard.text != node->text ||
        standard.function != node->function || standard.variable != node->variable ||
        standard.empty_for_null_from != node->empty_for_null_from ||
        standard.inputs.size() != node->inputs.size())
      return false;
    for (std::size_t at = 0; at < standard.inputs.size(); ++at) {
      if (!fits(*standard.inputs[at], node->inputs[at])) return false;
    }
    return true;
  }

  PlainTest test;

 private:
  bool binds(const Node& standard, const std::shared_ptr<Node>& node) {
    Looked looked;
    looked.look(*node, static_cast<std::size_t>(-1));
    if (looked.column == nullptr || !looked.is_one ||
        (looked.column->side == standard.side) == is_turned_)
      return false;
    PlainCell found{looked.column->text, node->op == Op::column ? nullptr : node};
    PlainCell& cell = standard.text == "x" ? test.cell : test.other;
    if (cell.column.empty()) cell = found;
    return is_same(cell, found);
  }

  bool is_turned_;  // left is right
};

std::optional<PlainTest> one_test(const std::shared_ptr<Node>& node) {
  for (const Standard& standard : standards()) {
    for (const bool is_turned : {false, true}) {
      Fitting fitting(is_turned);
      fitting.test.kind = standard.kind;
      if (!fitting.fits(*standard.tree, node) || fitting.test.bound < standard.bound_least)
        continue;
      if (is_turned && standard.kind == Kind::crossed)
        std::swap(fitting.test.cell, fitting.test.other);
      return fitting.test;
    }
  }
  return std::nullopt;
}

using Ways = std::vector<std::vector<PlainTest>>;

std::optional<Ways> ways_of(const std::shared_ptr<Node>& node) {
  if (auto test = one_test(node)) return Ways{{std::move(*test)}};
  if (node->op != Op::conjunction && node->op != Op::disjunction) return std::nullopt;
  auto first = ways_of(node->inputs[0]), second = ways_of(node->inputs[1]);
  if (!first || !second) return std::nullopt;
  Ways ways;
  if (node->op == Op::disjunction) {
    ways = std::move(*first);
    ways.insert(ways.end(), second->begin(), second->end());
  } else {
    for (const std::vector<PlainTest>& one : *first) {
      for (const std::vector<PlainTest>& other : *second) {
        ways.push_back(one);
        ways.back().insert(ways.back().end(), other.begin(), other.end());
      }
    }
  }
  return ways.size() <= ways_most ? std::optional(std::move(ways)) : std::nullopt;
}

}  // namespace

bool is_same(const PlainCell& a, const PlainCell& b) {
  if (a.column != b.column || (a.made == nullptr) != (b.made == nullptr)) return false;
  return a.made == nullptr || is_alike(*a.made, *b.made);
}

std::optional<std::vector<std::vector<PlainTest>>> plain_tests(const SqlCondition& condition) {
  return ways_of(condition.tree());
}

}  // namespace sanaq::splink
