// The conditions of Splink's levels and blocking rules, understood: what its library writes for
// each of its databases (sql_dialect.h).
//
// A part of SQL with its three-valued logic: cells of two rows, functions of texts, dates, numbers
// and lists (sql_functions.h). What is not in it is refused by name.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/splink/sql_dialect.h"

namespace sanaq::splink {

struct SqlNode;

class SqlCondition {
 public:
  // "only SQL can say this" for what is beyond it. Cells are "name_l" and "name_r", or l.name and
  // r.name.
  [[nodiscard]] static base::Result<SqlCondition> parse(std::string_view sql,
                                                        SqlDialect dialect = SqlDialect::duckdb);

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

  // sql_node.h
  [[nodiscard]] const std::shared_ptr<SqlNode>& tree() const { return root_; }

 private:
  std::shared_ptr<SqlNode>
      root_;  // shared: a condition is a value, copied with its comparison, and never changes
  std::vector<std::string> columns_;
};

}  // namespace sanaq::splink
