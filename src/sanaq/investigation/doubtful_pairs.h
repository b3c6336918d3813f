// Pairs that linking could not decide; first those whose answer says most about the number.
//
//     gain = p (1 - p) (1 / s_K + |dN| / s_N)
//
// p is the probability that the two are one person. s_K and s_N are the standard deviations of the
// number of persons and of the total over the sampled registers (1 if they are 0). dN is the
// difference of the total between the two answers, everything else being as in the register. It is
// found from where the persons are, never from differences between samples, which are noise. The
// total is a quick one: that of the chosen method without checks, or Chao's lower bound if the
// method is slow or too many tables would have to be looked at. With one list, or more lists than
// an estimate takes, it is the number of persons.
//
// Before there is an estimate, the term with dN is left out.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

struct DoubtfulPair {
  std::uint32_t left = 0, right = 0;  // indices into outcome.records, left < right
  double probability = 0, weight_bits = 0;
  double change = 0;  // |dN|, in persons
  double gain = 0;
};

// What of the gain is worked out: the doubt about persons alone, or the total as well.
// persons_and_bound takes Chao's lower bound for the total whatever the method is: what every
// estimate can afford.
enum class GainOf { persons, persons_and_bound, persons_and_total };

// Returns the pairs of records in scope with .01 <= p <= .99 that no decision binds, ordered by
// gain, then by the records' identities. The outcome must be linked. Without the total `change` is
// 0.
[[nodiscard]] std::vector<DoubtfulPair> doubtful_pairs(const Outcome& outcome,
                                                       base::Progress& progress,
                                                       GainOf gain = GainOf::persons_and_total);

}  // namespace sanaq::investigation
