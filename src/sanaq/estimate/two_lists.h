// Two lists: Lincoln and Petersen's number, Chapman's, and an interval that holds for small lists.
//
// Assumes that being on one list tells nothing about being on the other, which two lists can never
// show to be so.
#pragma once
#include <cstdint>
#include <optional>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"
#include "sanaq/estimate/summary.h"

namespace sanaq::estimate {

// Persons on both lists, on the first alone, on the second alone.
struct TwoLists {
  std::int64_t both = 0, first_only = 0, second_only = 0;
};

// n1 n2 / m: Petersen 1896, Lincoln 1930. None when nobody is on both.
[[nodiscard]] std::optional<double> lincoln_petersen(const TwoLists& persons);
// (n1 + 1)(n2 + 1) / (m + 1) - 1: Chapman 1951.
[[nodiscard]] double chapman(const TwoLists& persons);
// Sadinle 2009 (Communications in Statistics 38), the transformed logit interval, with 1/2 added to
// each cell; name "model".
[[nodiscard]] Interval transformed_logit_interval(const TwoLists& persons, double level);

// The same, but where one list is inside the other, which Sadinle's interval does not foresee: its
// upper limit is no more than that of an exact test, the largest N under which so many on both have
// probability (1 - level) / 2 at least, both sizes fixed.
[[nodiscard]] Interval two_lists_interval(const TwoLists& persons, double level);

// Adds to the reasons that with two lists nobody can test whether they are independent.
void say_independence_is_untested(Summary& summary);

// The whole answer. Lists beyond two, or lists that did not cover everybody: no estimate, with the
// reason.
[[nodiscard]] Summary estimate_two_lists(const CaptureTable& table, const Options& options);

}  // namespace sanaq::estimate
