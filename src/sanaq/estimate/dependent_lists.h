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

// The log odds ratio of two lists that are said to depend, in the models of `auto`: normal. Nine in
// ten of it lie above 0.
inline constexpr double dependent_mean = 2, dependent_sd = 1.5;

// A mask of two bits for each pair whose lists are both among `lists`; ascending, none twice. A
// stratum that one of them did not cover, and a table in which it was joined to another, have no
// such pair.
[[nodiscard]] std::vector<std::uint32_t> dependent_masks(const std::vector<DependentLists>& pairs,
                                                         const std::vector<std::string>& lists);

// Is every pair of `lists` said to depend?
[[nodiscard]] bool every_pair_depends(const std::vector<DependentLists>& pairs,
                                      const std::vector<std::string>& lists);

// The masks where `list` is taken out of the table: bits above it move down, its pairs are gone.
[[nodiscard]] std::vector<std::uint32_t> masks_without(const std::vector<std::uint32_t>& masks,
                                                       std::size_t list);

// The masks where `second` is merged into `first`.
[[nodiscard]] std::vector<std::uint32_t> masks_merged(const std::vector<std::uint32_t>& masks,
                                                      std::size_t first, std::size_t second);

// "hospital + police, A + B".
[[nodiscard]] std::string pairs_text(const std::vector<DependentLists>& pairs);

}  // namespace sanaq::estimate
