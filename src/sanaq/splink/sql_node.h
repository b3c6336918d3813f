// The tree of a condition, for those who understand it: SqlCondition evaluates it,
// plain_condition.h finds the standard tests in it.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "sanaq/splink/postgres_format.h"
#include "sanaq/splink/sql_dates.h"
#include "sanaq/splink/sql_dialect.h"
#include "sanaq/splink/sql_functions.h"
#include "sanaq/splink/sql_pattern.h"

namespace sanaq::splink {

struct SqlNode {
  enum class Op {
    number,
    text,
    null,
    column,
    variable,  // of a lambda
    lambda,    // its inputs: what it gives
    call,
    conjunction,
    disjunction,
    negation,
    is_null,
    choice,  // condition, value, condition, value, ..., value otherwise
    equal,
    unequal,
    less,
    at_most,
    more,
    at_least,
    add,
    subtract,
    multiply,
    divide,
    join,  // two texts, one behind the other
  };
  Op op = Op::null;
  std::vector<std::shared_ptr<SqlNode>> inputs;
  std::string text;  // column's name, or the literal
  double number = 0;
  Side side = Side::left;
  const SqlFunction* function = nullptr;      // of a call
  std::size_t variable = 0, variables = 0;    // its number; of a lambda the first, how many
  std::vector<MomentFormat> formats;          // of strptime: the first that reads counts
  std::optional<PostgresFormat> postgres;     // of try_cast_date and try_cast_timestamp
  std::shared_ptr<const SqlPattern> pattern;  // of regexp_extract
  std::optional<double> of_null;              // of a call: what it gives where an input is null
  std::size_t empty_for_null_from = 2;        // of a call of two lists: from which on null is []
  std::size_t depth = 1;                      // of the tree below and with it

  [[nodiscard]] bool calls(std::string_view name) const {
    return op == Op::call && function->name == name;
  }
};

}  // namespace sanaq::splink
