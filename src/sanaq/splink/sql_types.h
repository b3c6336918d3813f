// The kinds of value that a part of a condition can have.
#pragma once
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "sanaq/splink/sql_dates.h"

namespace sanaq::splink {

struct SqlValue;
using SqlList = std::vector<SqlValue>;

struct SqlValue : std::variant<std::monostate, bool, double, std::string, SqlMoment,
                               std::shared_ptr<const SqlList>> {
  using variant::variant;
};

[[nodiscard]] inline bool is_null(const SqlValue& value) { return value.index() == 0; }

}  // namespace sanaq::splink
