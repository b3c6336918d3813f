// The conditions of Splink's standard levels, understood: equality, null, string distances,
// differences of dates and numbers.
//
// A small part of SQL with its three-valued logic, in DuckDB's spelling. What is not in it is
// refused by name.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"

namespace sanaq::link {

enum class Side { left, right };

// Text of a cell of one of the two rows; none for null.
using CellLookup =
    std::function<std::optional<std::string_view>(const std::string& column, Side side)>;

// A number as SQL reads it; none for any other text.
[[nodiscard]] std::optional<double> sql_number(std::string_view text);
// Seconds since 1970 of "1985-2-27"; none for a day that does not exist or that lacks a part.
[[nodiscard]] std::optional<double> sql_seconds(std::string_view text);

class SqlCondition {
 public:
  // "only SQL can say this" for what is beyond it. Cells are "name_l" and "name_r", or l.name and
  // r.name.
  [[nodiscard]] static base::Result<SqlCondition> parse(std::string_view sql);

  // None: unknown, as SQL's null.
  [[nodiscard]] std::optional<bool> holds(const CellLookup& cell) const;

  [[nodiscard]] const std::vector<std::string>& columns() const {
    return columns_;
  }  // distinct, in order of first use

  // The column of a condition that says only "c_l" = "c_r"; none for every other condition.
  [[nodiscard]] std::optional<std::string> plain_equality() const;

  // For a blocking rule: what must be equal, as text of one row (left side of each equality joined
  // by AND); none where the rule is not of that kind. A row for which any part is null has no key
  // and meets nobody.
  [[nodiscard]] bool is_blocking_rule() const;
  // Its equalities joined by AND, each a rule of its own; none for "1 = 1".
  [[nodiscard]] std::vector<SqlCondition> equalities() const;
  [[nodiscard]] std::optional<std::string> blocking_key(
      const std::function<std::optional<std::string_view>(const std::string&)>& cell) const;

  struct Node;
  [[nodiscard]] const Node& root() const { return *root_; }

 private:
  std::shared_ptr<const Node>
      root_;  // shared: a condition is a value, copied with its comparison, and never changes
  std::vector<std::string> columns_;
};

}  // namespace sanaq::link
