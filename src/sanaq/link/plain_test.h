// The standard tests of Splink's levels, found in the tree of a condition: what can be answered
// from facts of two values, without evaluating SQL for every pair.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/link/sql_condition.h"

namespace sanaq::link {

struct PlainTest {
  enum class Kind {
    equal,
    crossed,         // left row's `column` = right row's `other`
    either_null,     // a side is null
    either_no_date,  // a side is no date
    jaro_winkler,    // at least the bound
    jaro,
    levenshtein,  // at most the bound
    damerau,
    date_gap,    // seconds, at most
    number_gap,  // at most
    share_gap,   // |x - y| over the larger, less than the bound
  };
  Kind kind = Kind::equal;
  std::string column, other;
  double bound = 0;
};

// The condition as tests that must all hold; none where it says anything else.
[[nodiscard]] std::optional<std::vector<PlainTest>> plain_tests(const SqlCondition& condition);

}  // namespace sanaq::link
