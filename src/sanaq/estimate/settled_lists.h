// Which lists of a table count, and as how many: a list of nobody is left out, a list that stands
// there twice counts once.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/estimate/capture_table.h"
#include "sanaq/estimate/options.h"

namespace sanaq::estimate {

struct SettledLists {
  // Of each list of the table: its place among those that count; of two that are one list the same.
  // None: left out.
  std::vector<std::optional<std::size_t>> place;
  std::vector<std::string> given, lists;  // names: of the table, and of those that count
  std::vector<base::Message> warnings;    // what was done, and why
};

// Two lists are one where their common persons are too many for chance and dependence
// (contained_lists.h) and nine in ten of those on either are on both. It keeps the earlier name.
[[nodiscard]] SettledLists settle_lists(const CaptureTable& table);

// The table of the lists that count, ordered. A person is on a list if he is on any that it stands
// for, and covered if any of them covered him; one who is on lists that were left out alone is not
// in it. For tables with the same lists.
[[nodiscard]] CaptureTable with_settled(const SettledLists& settled, const CaptureTable& table);
// Pairs said to depend, by the names of the lists that count; a pair that became one list is gone.
[[nodiscard]] Options with_settled(const SettledLists& settled, Options options);

}  // namespace sanaq::estimate
