// What the lists themselves say about the method: hide one whose size is known, or do without one.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sanaq/estimate/backtested.h"

namespace sanaq::estimate {

// One list hidden: its persons are the population, their table over the other lists the data, and
// those on it alone the cell that nobody sees. The truth is the list's own size (the check of
// docs/method/backtested.md, made on the user's lists).
struct HiddenList {
  std::size_t list = 0;
  std::int64_t truth = 0;
  double median = 0, low = 0, high = 0;  // 90 %
  [[nodiscard]] bool held() const {
    return low <= static_cast<double>(truth) && static_cast<double>(truth) <= high;
  }
};

// The total as it would be without one list.
struct LeftOutList {
  std::size_t list = 0;
  std::int64_t observed = 0;
  double median = 0, low = 0, high = 0;  // 90 %
};

// The total as it would be if two lists were one: where both come from one hand, little changes.
struct MergedLists {
  std::size_t first = 0, second = 0;
  double median = 0, low = 0, high = 0;  // 90 %
};

// The total from the first lists of the table alone.
struct ListsAdded {
  std::size_t lists = 0;
  std::int64_t observed = 0;
  double median = 0, low = 0, high = 0;  // 90 %
};

// `counts` as in backtested.h. Cell 0 of the result: those on the hidden list alone.
[[nodiscard]] std::vector<std::int64_t> hide_list(std::span<const std::int64_t> counts,
                                                  std::size_t list);
// Cell 0 of the result: those whom no other list has, no longer observed.
[[nodiscard]] std::vector<std::int64_t> leave_out_list(std::span<const std::int64_t> counts,
                                                       std::size_t list);

// Four lists or more (three must remain); lists whose persons are on no other list are passed over.
[[nodiscard]] std::vector<HiddenList> check_by_hiding(std::span<const std::int64_t> counts,
                                                      const BacktestedOptions& options);
[[nodiscard]] std::vector<LeftOutList> leave_each_out(std::span<const std::int64_t> counts,
                                                      const BacktestedOptions& options);

// The second list's persons added to the first, 2^(L-1) counts.
[[nodiscard]] std::vector<std::int64_t> merge_lists(std::span<const std::int64_t> counts,
                                                    std::size_t first, std::size_t second);
// Every pair of four lists or more.
[[nodiscard]] std::vector<MergedLists> merge_each_pair(std::span<const std::int64_t> counts,
                                                       const BacktestedOptions& options);
// With the first three lists, the first four, ... and all; four lists or more. Passed over where
// nobody is on them.
[[nodiscard]] std::vector<ListsAdded> add_lists_in_turn(std::span<const std::int64_t> counts,
                                                        const BacktestedOptions& options);

}  // namespace sanaq::estimate
