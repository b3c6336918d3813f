// What agreement may weigh at most, where the value's own frequency says more than the level's u
// does.
#pragma once
#include "sanaq/link/columns.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// Of two values that are alike but not equal, as a natural log of m/u. Level l has
// P(v, w | match) / P(v, w | not) = (P(w | v) / f_w + P(v | w) / f_v) / 2, and of a rare w that is
// only ever a slip for v, f_w = f_v P(w | v): at most 1 / f_v, v being the more frequent value. A w
// that stands there twice or more is hardly a slip each time: P(w | v) is then at most m of the
// level. Infinite for whole names, equality and "differs".
[[nodiscard]] double most_of_likeness(const Feature& feature, const FieldModel& own,
                                      std::size_t level, std::uint32_t left, std::uint32_t right);
// False: it is infinite, whatever the values.
[[nodiscard]] bool may_be_bounded(const Feature& feature, const FieldModel& own, std::size_t level);

// Letter by letter, in any order of words.
[[nodiscard]] bool have_same_words(const Feature& feature, std::uint32_t left, std::uint32_t right);

// Of names that are the only column that lists share (across_lists.h): equal ones weigh by how rare
// they are, others by how often two people's are as much alike, and no more than equal ones.
// Infinite for any other feature.
[[nodiscard]] double most_of_names(const Feature& feature, const FieldModel& own, std::size_t level,
                                   std::uint32_t left, std::uint32_t right);

}  // namespace sanaq::link
