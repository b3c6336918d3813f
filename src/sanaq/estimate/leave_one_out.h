// What the lists themselves say about the method, by hiding one whose size is known, or by leaving
// one out.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sanaq/estimate/backtested.h"
#include "sanaq/estimate/list_checks.h"
#include "sanaq/estimate/own_lists.h"

namespace sanaq::estimate {

// Returns the binomial probability that so few or fewer of these intervals contain the truth, if
// each does so with probability 90 %. It is 1 if nothing was checked.
[[nodiscard]] double probability_of_so_few_held(const std::vector<HiddenList>& checks);

// Returns the counts without a list. `counts` is as in backtested.h. Cell 0 of the result has those
// whom no other list has, who are then no longer observed.
[[nodiscard]] std::vector<std::int64_t> leave_out_list(std::span<const std::int64_t> counts,
                                                       std::size_t list);

[[nodiscard]] std::vector<HiddenList> checks_by_hiding(std::vector<Hiding> hidings);
// Needs four lists or more, since three must remain. Models are weighed by the hidings of the other
// lists.
[[nodiscard]] std::vector<LeftOutList> leave_each_out(std::span<const std::int64_t> counts,
                                                      const BacktestedOptions& options,
                                                      const std::vector<Hiding>& hidings);

// Returns the 2^(L-1) counts with the second list's persons added to the first.
[[nodiscard]] std::vector<std::int64_t> merge_lists(std::span<const std::int64_t> counts,
                                                    std::size_t first, std::size_t second);
// Merges every pair of lists; needs four lists or more. Models are weighed as `options` says.
[[nodiscard]] std::vector<MergedLists> merge_each_pair(std::span<const std::int64_t> counts,
                                                       const BacktestedOptions& options);
// Estimates from the first three lists, the first four, and so on to all but one, each as if there
// were no others; needs four lists or more. Lists with nobody on them are left out.
[[nodiscard]] std::vector<ListsAdded> add_lists_in_turn(std::span<const std::int64_t> counts,
                                                        const BacktestedOptions& options);

}  // namespace sanaq::estimate
