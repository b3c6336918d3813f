// Two lists of which the user knows that they depend on each other: one copies from the other, or
// both draw on one source. docs/method/named-dependence.md.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace sanaq::estimate {

struct DependentLists {
  std::string first, second;
  bool operator==(const DependentLists&) const = default;
};

// The normal prior of the log odds ratio of two lists that are said to depend, in the models of
// `auto`. Nine tenths of it are above 0.
inline constexpr double dependent_mean = 2, dependent_sd = 1.5;

// Returns a mask of two bits for each pair whose lists are both among `lists`, ascending and
// without repetition. A list that did not cover a stratum, or was joined to another, is not in the
// table, and its pairs are left out.
[[nodiscard]] std::vector<std::uint32_t> dependent_masks(const std::vector<DependentLists>& pairs,
                                                         const std::vector<std::string>& lists);

// Returns true if every pair of `lists` is said to depend.
[[nodiscard]] bool every_pair_depends(const std::vector<DependentLists>& pairs,
                                      const std::vector<std::string>& lists);

// Returns the masks of the table without `list`: bits above it move down, and its pairs are
// removed.
[[nodiscard]] std::vector<std::uint32_t> masks_without(const std::vector<std::uint32_t>& masks,
                                                       std::size_t list);

// Returns the masks of the table in which `second` is merged into `first`.
[[nodiscard]] std::vector<std::uint32_t> masks_merged(const std::vector<std::uint32_t>& masks,
                                                      std::size_t first, std::size_t second);

// Returns the pairs as text: "hospital + police, A + B".
[[nodiscard]] std::string pairs_text(const std::vector<DependentLists>& pairs);

}  // namespace sanaq::estimate
