// The tree of a condition, for those who understand it: SqlCondition evaluates it, plain_test finds
// the standard tests in it.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "sanaq/link/sql_condition.h"

namespace sanaq::link {

struct SqlCondition::Node {
  std::string op;  // "and", "=", "+", "column", "number", "text", or a function's name
  std::vector<std::shared_ptr<Node>> inputs;
  std::string text;  // column's name, or the literal
  double number = 0;
  Side side = Side::left;
  std::size_t depth = 1;  // of the tree below and with it
};

}  // namespace sanaq::link
