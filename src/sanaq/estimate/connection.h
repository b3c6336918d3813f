// How the lists overlap: without persons in common no method can say how many are on no list.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sanaq/estimate/capture_table.h"

namespace sanaq::estimate {

// Return the number of persons on two lists or more. `counts` has 2^L values by mask; counts[0] is
// ignored.
[[nodiscard]] std::int64_t on_two_lists_or_more(std::span<const std::int64_t> counts);
[[nodiscard]] std::int64_t on_two_lists_or_more(const CaptureTable& table);

// How two sets of lists (masks) overlap, among the listed persons whom some list of each covered.
struct Meeting {
  std::uint32_t first = 0, second = 0;
  std::int64_t covered = 0, on_first = 0, on_second = 0, on_both = 0;
};
[[nodiscard]] Meeting meeting(const CaptureTable& table, std::uint32_t first, std::uint32_t second);
// Returns the overlap of every pair of lists, the earlier list first.
[[nodiscard]] std::vector<Meeting> meetings_of_pairs(const CaptureTable& table);
// Returns the number of pairs of so many lists, but at least 1.
[[nodiscard]] double pairs_of(std::size_t lists);

// Returns groups of lists (masks) that share persons, directly or through other lists, ordered by
// their first list. A list with nobody is in no group.
[[nodiscard]] std::vector<std::uint32_t> groups_that_share(const CaptureTable& table);
// Returns groups of lists that covered a listed person together, in the same way.
[[nodiscard]] std::vector<std::uint32_t> groups_that_cover(const CaptureTable& table);
// Returns the largest number of lists that covered one listed person.
[[nodiscard]] int most_that_cover(const CaptureTable& table);

// Returns the names of the lists of a mask, separated by commas.
[[nodiscard]] std::string names_of(std::uint32_t lists, const CaptureTable& table);

}  // namespace sanaq::estimate
