// Finds lists that are inside another to a degree that chance and dependence between lists do not
// explain: then one was made from the other and is not a list of its own
// (docs/method/improbable-overlaps.md).
#pragma once
#include <cstdint>
#include <optional>

#include "sanaq/estimate/connection.h"

namespace sanaq::estimate {

// If the probability is below the first, the number may not be quoted; below the second, a warning
// is given.
inline constexpr double improbable = 1e-3, unlikely = 0.05;

// A pair of lists of which the smaller has all, or at least nine tenths, of its persons on the
// larger.
struct Containment {
  std::uint32_t inner = 0, outer = 0;  // masks
  bool is_whole = false;
  // The natural log of the probability of so many common persons, times the number of pairs of
  // lists looked at; at most 0. Both sizes are fixed, and the documented persons whom both lists
  // covered are taken for all there are; if there were more, it would be smaller. If the smaller
  // list is wholly inside, the lists are taken to be independent (hypergeometric); otherwise, to
  // depend as strongly as any that the average of models knows (odds ratio 20).
  double log_probability = 0;
  // True if nine tenths or more of the persons on either list are on both: one list, twice.
  bool is_twice = false;
};

// Returns nullopt if the lists differ more than that, or if nobody is on one of them. `pairs` is
// the number of pairs that were looked at.
[[nodiscard]] std::optional<Containment> containment(const Meeting& lists, double pairs);

}  // namespace sanaq::estimate
