// Which lists of a table count: a list with nobody is left out, and a list that is in the table
// twice counts once.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"

namespace sanaq::estimate {

struct SettledLists {
  // For each list of the table, its index among those that count; two lists that are one have the
  // same index. Absent if the list is left out.
  std::vector<std::optional<std::size_t>> place;
  std::vector<std::string> given, lists;  // names of the table's lists, and of those that count
  std::vector<base::Message> warnings;    // what was done, and why
};

// Two lists are one if their common persons are too many for chance and dependence
// (contained_lists.h) and nine in ten of those on either are on both. The earlier name is kept.
[[nodiscard]] SettledLists settle_lists(const CaptureTable& table);

// Returns the table of the lists that count, ordered. A person is on a list if he is on any that it
// stands for, and covered if any of them covered him; one who is only on lists that were left out
// is not in it. `table` must have the same lists as the table that was settled.
[[nodiscard]] CaptureTable with_settled(const SettledLists& settled, const CaptureTable& table);
// Returns the options with the pairs that depend renamed to the lists that count; a pair that
// became one list is removed.
[[nodiscard]] Options with_settled(const SettledLists& settled, Options options);

}  // namespace sanaq::estimate
