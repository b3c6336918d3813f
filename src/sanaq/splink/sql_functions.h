// SQL's functions that conditions may call, by the names that databases have for them.
#pragma once
#include <span>
#include <string_view>

#include "sanaq/splink/sql_value.h"

namespace sanaq::splink {

struct SqlFunction {
  enum class Kind {
    plain,
    any_null,       // plain, and it is called though an input is null; all others are then null
    strptime,       // the second input is a format, taken apart beforehand
    java_time,      // the same in Java's letters
    postgres_time,  // in PostgreSQL's
    pattern,        // the second input is a pattern, taken apart beforehand
    transform,      // the others have a lambda, which the evaluation calls
    filter,
    zip,
    reduce,
  };
  std::string_view name;  // one for all that do the same
  Kind kind = Kind::plain;
  std::size_t least = 1, most = 1;                               // inputs
  SqlValue (*call)(std::span<const SqlValue> inputs) = nullptr;  // of the plain ones
};

// `name` in lower case. Null for a function that is not understood.
[[nodiscard]] const SqlFunction* sql_function(std::string_view name);

}  // namespace sanaq::splink
