// Upper bounds for the weight of agreement, if the value's own frequency says more than u of the
// level.
#pragma once
#include "sanaq/link/columns.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// Returns the bound for two values that are similar but not equal, as a natural log of m/u. Level l
// has P(v, w | match) / P(v, w | not) = (P(w | v) / f_w + P(v | w) / f_v) / 2. For a rare w that is
// only ever an error for v, f_w = f_v P(w | v), so that it is at most 1 / f_v, v being the more
// frequent value. A w that occurs twice or more is hardly an error each time: P(w | v) is then at
// most m of the level. The bound is infinite for whole names, equality and "differs".
[[nodiscard]] double most_of_likeness(const Feature& feature, const FieldModel& own,
                                      std::size_t level, std::uint32_t left, std::uint32_t right);
// Returns false if the bound is infinite, whatever the values.
[[nodiscard]] bool may_be_bounded(const Feature& feature, const FieldModel& own, std::size_t level);

// Returns true if both values have the same words, letter by letter, in any order.
[[nodiscard]] bool have_same_words(const Feature& feature, std::uint32_t left, std::uint32_t right);

// Returns the bound for names that are the only column that lists share (across_lists.h): equal
// ones weigh by how rare they are, others by how often two people's names are as similar, and no
// more than equal ones. It is infinite for any other feature.
[[nodiscard]] double most_of_names(const Feature& feature, const FieldModel& own, std::size_t level,
                                   std::uint32_t left, std::uint32_t right);

}  // namespace sanaq::link
