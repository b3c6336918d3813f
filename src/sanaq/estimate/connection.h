// How the lists meet: without persons in common no method can say how many no list has.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sanaq/estimate/capture_table.h"

namespace sanaq::estimate {

// `counts`: 2^L values by mask; counts[0] is not looked at.
[[nodiscard]] std::int64_t on_two_lists_or_more(std::span<const std::int64_t> counts);
[[nodiscard]] std::int64_t on_two_lists_or_more(const CaptureTable& table);

// Two sets of lists (masks), among the listed persons whom some list of each covered.
struct Meeting {
  std::uint32_t first = 0, second = 0;
  std::int64_t covered = 0, on_first = 0, on_second = 0, on_both = 0;
};
[[nodiscard]] Meeting meeting(const CaptureTable& table, std::uint32_t first, std::uint32_t second);
// Every pair of lists, the earlier list first.
[[nodiscard]] std::vector<Meeting> meetings_of_pairs(const CaptureTable& table);
// How many pairs of so many lists there are; at least 1.
[[nodiscard]] double pairs_of(std::size_t lists);

// Groups of lists (masks) that share persons, directly or through others, ordered by their first
// list. A list on which nobody is stands in none.
[[nodiscard]] std::vector<std::uint32_t> groups_that_share(const CaptureTable& table);
// The same of lists that covered a listed person together.
[[nodiscard]] std::vector<std::uint32_t> groups_that_cover(const CaptureTable& table);
// The most lists that covered one listed person.
[[nodiscard]] int most_that_cover(const CaptureTable& table);

// The names of the lists of a mask, with commas.
[[nodiscard]] std::string names_of(std::uint32_t lists, const CaptureTable& table);

}  // namespace sanaq::estimate
