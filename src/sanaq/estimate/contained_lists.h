// Is one list inside another, more than chance and dependence between lists give? Then one was
// made from the other, and is no list of its own (docs/method/improbable-overlaps.md).
#pragma once
#include <cstdint>
#include <optional>

#include "sanaq/estimate/connection.h"

namespace sanaq::estimate {

// Below the first nothing is quoted, below the second it is said.
inline constexpr double improbable = 1e-3, unlikely = 0.05;

// The smaller list of a pair has all its persons on the larger, or nine tenths at least.
struct Containment {
  std::uint32_t inner = 0, outer = 0;  // masks
  bool is_whole = false;
  // The logarithm of the probability of so many common persons, times the pairs of lists looked at,
  // at most 0. Both sizes are fixed, and the documented persons whom both lists covered are all
  // that there are: were there more, it would be less. Whole: of independent lists
  // (hypergeometric). Nearly: of lists that depend as strongly as any that the average of models
  // knows (odds ratio 20).
  double log_probability = 0;
  // Of the persons on either list, nine tenths or more are on both: one list, twice.
  bool is_twice = false;
};

// None where the lists part more than that, or where nobody is on one of them. `pairs`: how many
// were looked at.
[[nodiscard]] std::optional<Containment> containment(const Meeting& lists, double pairs);

}  // namespace sanaq::estimate
