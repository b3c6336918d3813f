// What the lists themselves say about the method: hide one whose size is known, or do without one.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sanaq/estimate/backtested.h"
#include "sanaq/estimate/list_checks.h"
#include "sanaq/estimate/own_lists.h"

namespace sanaq::estimate {

// How improbable it is that an interval which holds 90 % would hold so few of these: the binomial
// probability of as many or fewer. 1 where nothing was checked.
[[nodiscard]] double probability_of_so_few_held(const std::vector<HiddenList>& checks);

// `counts` as in backtested.h. Cell 0 of the result: those whom no other list has, no longer
// observed.
[[nodiscard]] std::vector<std::int64_t> leave_out_list(std::span<const std::int64_t> counts,
                                                       std::size_t list);

[[nodiscard]] std::vector<HiddenList> checks_by_hiding(std::vector<Hiding> hidings);
// Four lists or more (three must remain). Models are weighed by the hidings of the other lists.
[[nodiscard]] std::vector<LeftOutList> leave_each_out(std::span<const std::int64_t> counts,
                                                      const BacktestedOptions& options,
                                                      const std::vector<Hiding>& hidings);

// The second list's persons added to the first, 2^(L-1) counts.
[[nodiscard]] std::vector<std::int64_t> merge_lists(std::span<const std::int64_t> counts,
                                                    std::size_t first, std::size_t second);
// Every pair of four lists or more; models weighed as `options` says.
[[nodiscard]] std::vector<MergedLists> merge_each_pair(std::span<const std::int64_t> counts,
                                                       const BacktestedOptions& options);
// With the first three lists, the first four, ... and all but one; four lists or more. Each as if
// there were no others. Passed over where nobody is on them.
[[nodiscard]] std::vector<ListsAdded> add_lists_in_turn(std::span<const std::int64_t> counts,
                                                        const BacktestedOptions& options);

}  // namespace sanaq::estimate
