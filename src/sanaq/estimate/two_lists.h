// Two lists: the estimators of Lincoln and Petersen and of Chapman, and an interval that is valid
// for small lists.
//
// They assume that being on one list says nothing about being on the other, which two lists cannot
// show.
#pragma once
#include <cstdint>
#include <optional>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Numbers of persons on both lists, on the first alone, on the second alone.
struct TwoLists {
  std::int64_t both = 0, first_only = 0, second_only = 0;
};

// Returns n1 n2 / m (Petersen 1896, Lincoln 1930), and nullopt if nobody is on both.
[[nodiscard]] std::optional<double> lincoln_petersen(const TwoLists& persons);
// Returns (n1 + 1)(n2 + 1) / (m + 1) - 1 (Chapman 1951).
[[nodiscard]] double chapman(const TwoLists& persons);
// Returns the transformed logit interval (Sadinle 2009, Communications in Statistics 38), with 1/2
// added to each cell; its name is "model".
[[nodiscard]] Interval transformed_logit_interval(const TwoLists& persons, double level);

// Returns the same interval. But if one list is inside the other, for which Sadinle's interval is
// not made, its upper limit is at most that of an exact test: the largest N under which so many on
// both have probability (1 - level) / 2 at least, with both sizes fixed.
[[nodiscard]] Interval two_lists_interval(const TwoLists& persons, double level);

// Adds to the reasons that two lists cannot be tested for independence.
void say_independence_is_untested(Summary& summary);

// Returns the whole answer. With more than two lists, or lists that did not cover everybody, it has
// no estimate but the reason.
[[nodiscard]] Summary estimate_two_lists(const CaptureTable& table, const Options& options);

}  // namespace sanaq::estimate
