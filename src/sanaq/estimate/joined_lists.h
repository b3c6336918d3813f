// More lists than a method can take: the smallest are joined into one.
//
// Joining two lists loses how they overlap, and no person: who was on either is on the joined list.
// It is independent of the others given nothing new, so an estimate from joined lists stays one
// of the same population; what the pair could have said of those on no list is lost. The smallest
// lose least. docs/method/many-lists.md.
#pragma once
#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"

namespace sanaq::estimate {

// How many lists a method can take.
[[nodiscard]] std::size_t lists_max_of(Method method, bool is_partly_covered);

// The two smallest lists joined, again and again, until `most` are left ("B + D"); the table itself
// where it has no more. A person whom one of the two did not cover, and the other did not list, is
// not covered by the joined list.
[[nodiscard]] CaptureTable join_smallest_lists(const CaptureTable& table, std::size_t most);

}  // namespace sanaq::estimate
