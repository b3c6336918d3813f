// If there are more lists than a method can take, the smallest are joined into one.
//
// Joining two lists loses their overlap but no person: whoever was on either is on the joined list.
// Nothing new is assumed about its independence of the others, so an estimate from joined lists is
// still one of the same population; only what the pair could say about persons on no list is lost.
// The smallest lists lose least. docs/method/many-lists.md.
#pragma once
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"

namespace sanaq::estimate {

// Returns the largest number of lists that a method can take.
[[nodiscard]] std::size_t lists_max_of(Method method, bool is_partly_covered);

// Returns the table with the two smallest lists joined ("B + D"), repeatedly, until `most` are
// left; a table without more is returned as it is. A person whom one of the two did not cover, and
// the other did not list, is not covered by the joined list.
[[nodiscard]] CaptureTable join_smallest_lists(const CaptureTable& table, std::size_t most);

}  // namespace sanaq::estimate
