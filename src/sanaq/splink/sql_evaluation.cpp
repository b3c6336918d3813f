#include "sanaq/splink/sql_evaluation.h"

#include "sanaq/splink/limits.h"

namespace sanaq::splink {
namespace {

using Node = SqlNode;
using Op = Node::Op;
using Kind = SqlFunction::Kind;

struct TooManyValues {};

SqlValue of_order(Op op, int order) {
  switch (op) {
    case Op::equal:
      return order == 0;
    case Op::unequal:
      return order != 0;
    case Op::less:
      return order < 0;
    case Op::at_most:
      return order <= 0;
    case Op::more:
      return order > 0;
    default:
      return order >= 0;
  }
}

SqlValue of_numbers(Op op, double left, double right) {
  switch (op) {
    case Op::add:
      return left + right;
    case Op::subtract:
      return left - right;
    case Op::multiply:
      return left * right;
    default:
      return left / right;  // by 0: infinite or NaN, as in DuckDB
  }
}

class Evaluation {
 public:
  explicit Evaluation(const CellLookup& cell) : cell_(cell) {}

  SqlValue of(const Node& node) {
    switch (node.op) {
      case Op::number:
        return node.number;
      case Op::text:
        return node.text;
      case Op::null:
      case Op::lambda:
        return {};
      case Op::variable:
        return node.variable < variables_.size() ? variables_[node.variable] : SqlValue();
      case Op::column: {
        const auto text = cell_(node.text, node.side);
        return text ? SqlValue(std::string(*text)) : SqlValue();
      }
      case Op::conjunction:
      case Op::disjunction:
        return logic(node);
      case Op::negation: {
        const SqlValue value = of(*node.inputs[0]);
        const bool* truth = std::get_if<bool>(&value);
        return truth != nullptr ? SqlValue(!*truth) : SqlValue();
      }
      case Op::is_null:
        return is_null(of(*node.inputs[0]));
      case Op::choice:
        return choice(node);
      case Op::call:
        return call(node);
      default:
        return of_two(node);
    }
  }

 private:
  // Unknown where neither side decides (Kleene).
  SqlValue logic(const Node& node) {
    const bool is_and = node.op == Op::conjunction;
    bool unknown = false;
    for (const auto& input : node.inputs) {
      const SqlValue value = of(*input);
      const bool* truth = std::get_if<bool>(&value);
      if (truth == nullptr)
        unknown = true;
      else if (*truth != is_and)
        return *truth;
    }
    return unknown ? SqlValue() : SqlValue(is_and);
  }

  SqlValue choice(const Node& node) {
    for (std::size_t at = 0; at + 1 < node.inputs.size(); at += 2) {
      const SqlValue value = of(*node.inputs[at]);
      const bool* truth = std::get_if<bool>(&value);
      if (truth != nullptr && *truth) return of(*node.inputs[at + 1]);
    }
    return of(*node.inputs.back());
  }

  SqlValue of_two(const Node& node) {
    const SqlValue left = of(*node.inputs[0]);
    if (is_null(left)) return {};
    const SqlValue right = of(*node.inputs[1]);
    if (is_null(right)) return {};
    if (node.op == Op::join) {
      const auto a = as_text(left), b = as_text(right);
      if (!a || !b || a->size() + b->size() > made_values_max) return {};
      return *a + *b;
    }
    if (node.op >= Op::add) {
      const auto a = as_number(left), b = as_number(right);
      return a && b ? of_numbers(node.op, *a, *b) : SqlValue();
    }
    const auto order = compare(left, right);
    return order ? of_order(node.op, *order) : SqlValue();
  }

  SqlValue call(const Node& node) {
    const SqlFunction& function = *node.function;
    if (function.kind >= Kind::transform) return with_lambda(node);
    const bool is_prepared = function.kind >= Kind::strptime;
    SqlList inputs;
    inputs.reserve(node.inputs.size());
    for (std::size_t at = 0; at < (is_prepared ? 1 : node.inputs.size()); ++at) {
      inputs.push_back(of(*node.inputs[at]));
      if (function.kind == Kind::any_null || !is_null(inputs.back())) continue;
      if (at < node.empty_for_null_from || node.inputs.size() != 2) return splink::of(node.of_null);
      inputs.back() = splink::of(SqlList{});
    }
    if (!is_prepared) return counted(function.call(inputs));
    const auto text = as_text(inputs[0]);
    if (!text) return {};
    return function.kind == Kind::pattern ? matched(node, *text) : moment(node, *text);
  }
  static SqlValue matched(const Node& node, const std::string& text) {
    if (node.calls("regexp_full_match")) return node.pattern->is_whole(text);
    if (node.calls("substring from")) {
      auto part = node.pattern->find(text, static_cast<std::size_t>(node.number));
      return part ? SqlValue(std::move(*part)) : SqlValue();
    }
    const bool extracts = node.calls("regexp_extract");
    const auto found =
        node.pattern->find(text, extracts ? static_cast<std::size_t>(node.number) : 0);
    return extracts ? SqlValue(found.value_or("")) : SqlValue(found.has_value());
  }
  static SqlValue moment(const Node& node, const std::string& text) {
    if (node.postgres) {
      auto moment = node.postgres->read(text);
      if (!moment) return {};
      if (!node.calls("try_cast_date")) return *moment;
      return SqlMoment{86400.0 * static_cast<double>(moment->day()), true};
    }
    for (const MomentFormat& format : node.formats) {
      if (const auto moment = format.read(text)) return *moment;
    }
    return {};
  }

  SqlValue with_lambda(const Node& node) {
    const auto list = as_list(of(*node.inputs[0]));
    if (!list) return {};
    const Node& lambda = *node.inputs.back();
    switch (node.function->kind) {
      case Kind::transform:
      case Kind::filter:
        return each(node, *list, lambda);
      case Kind::zip:
        return zipped(*list, *node.inputs[1], lambda);
      default:
        break;
    }
    SqlValue sum = of(*node.inputs[1]);
    for (const SqlValue& value : *list) sum = given(lambda, sum, &value);
    return sum;
  }
  SqlValue each(const Node& node, const SqlList& list, const Node& lambda) {
    const bool keeps = node.function->kind == Kind::filter;
    SqlList made;
    for (const SqlValue& value : list) {
      SqlValue one = given(lambda, value, nullptr);
      const bool* truth = std::get_if<bool>(&one);
      if (!keeps)
        made.push_back(std::move(one));
      else if (truth != nullptr && *truth)
        made.push_back(value);
    }
    return counted(splink::of(std::move(made)));
  }
  // The shorter list goes on with nulls.
  SqlValue zipped(const SqlList& left, const Node& other, const Node& lambda) {
    const auto right = as_list(of(other));
    if (!right) return {};
    SqlList made;
    const auto value_of = [](const SqlList& list, std::size_t at) {
      return at < list.size() ? list[at] : SqlValue();
    };
    for (std::size_t at = 0; at < std::max(left.size(), right->size()); ++at) {
      const SqlValue second = value_of(*right, at);
      made.push_back(given(lambda, value_of(left, at), &second));
    }
    return counted(splink::of(std::move(made)));
  }
  SqlValue given(const Node& lambda, const SqlValue& first, const SqlValue* second) {
    if (++values_made_ > made_values_max) throw TooManyValues{};
    variables_.resize(lambda.variable + lambda.variables);
    variables_[lambda.variable] = first;
    if (second != nullptr) variables_[lambda.variable + 1] = *second;
    return of(*lambda.inputs[0]);
  }
  SqlValue counted(SqlValue value) {
    if (const auto* list = std::get_if<std::shared_ptr<const SqlList>>(&value))
      values_made_ += (*list)->size();
    if (values_made_ > made_values_max) throw TooManyValues{};
    return value;
  }

  const CellLookup& cell_;
  SqlList variables_;
  std::size_t values_made_ = 0;
};

}  // namespace

SqlValue evaluate(const SqlNode& node, const CellLookup& cell) {
  try {
    return Evaluation(cell).of(node);
  } catch (const TooManyValues&) {
    return {};
  }
}

}  // namespace sanaq::splink
