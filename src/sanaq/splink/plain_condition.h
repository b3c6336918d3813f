// The standard tests of Splink's levels, found in the tree of a condition: what can be answered
// from facts of two values, without evaluating SQL for every pair.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/splink/sql_condition.h"

namespace sanaq::splink {

// A cell, or what a condition makes of one cell, on either side alike: lower(cell), a part of it, a
// moment read in some format.
struct PlainCell {
  std::string column;
  std::shared_ptr<const SqlNode> made;  // null: the cell itself
};
[[nodiscard]] bool is_same(const PlainCell& a, const PlainCell& b);

struct PlainTest {
  enum class Kind {
    equal,
    crossed,       // left row's `cell` = right row's `other`
    either_null,   // a side is null
    jaro_winkler,  // at least the bound
    jaro,
    jaccard,
    levenshtein,  // at most the bound
    damerau,
    hamming,
    date_gap,           // seconds, at most
    day_gap,            // whole days, at most
    number_gap,         // at most
    share_gap,          // |x - y| over the larger, less than the bound
    kilometres,         // of latitude `cell` and longitude `other`, in single precision, at most
    kilometres_double,  // the same in double precision
    common_values,      // of two lists, at least; where the right one is null, there are none
    shared_values,      // and here nothing is known
    no_empty_list,      // neither of two lists, as far as they are not null
    sublist,         // all values of the shorter list are in the longer; null is an empty right one
    known_sublist,   // and here nothing is known of null
    cosine,          // of two lists of numbers, at least; of nothing but noughts it holds
    cosine_or_none,  // and here it does not
    pair_winkler,    // of the most similar values of two lists, at least
    pair_jaro,
    pair_levenshtein,  // at most
    pair_damerau,
  };
  Kind kind = Kind::equal;
  PlainCell cell, other;
  double bound = 0;
};

// Ways in which the condition holds: one of them, with all its tests. None where it says anything
// that is no standard test.
[[nodiscard]] std::optional<std::vector<std::vector<PlainTest>>> plain_tests(
    const SqlCondition& condition);

}  // namespace sanaq::splink
