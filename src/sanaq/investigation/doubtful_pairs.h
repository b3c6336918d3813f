// Pairs that linking could not settle, those first whose answer says most about the number.
//
//     gain = p (1 - p) (1 / s_K + |dN| / s_N)
//
// p: the probability that the two are one person. s_K, s_N: the standard deviations of persons and
// of the total over the sampled registers (1 where they are 0). dN: by how much the total differs
// between the two answers, everything else as in the register that stands; of where the persons
// stand alone, never from differences between samples, which are noise. The total is the quick one:
// the method that was asked for, without checks; of slow methods, and where too many tables would
// have to be looked at, Chao's lower bound. With one list, and with more than an estimate takes,
// the number of persons.
#pragma once
#include <cstdint>
#include <vector>

#include "sanaq/investigation/outcome.h"

namespace sanaq::investigation {

struct DoubtfulPair {
  std::uint32_t left = 0, right = 0;  // of outcome.records, left < right
  double probability = 0, weight_bits = 0;
  double change = 0;  // persons, |dN|
  double gain = 0;
};

// Of a linked outcome: pairs of records in scope with .01 <= p <= .99 that no decision binds. By
// gain, then by the records' identities.
[[nodiscard]] std::vector<DoubtfulPair> doubtful_pairs(const Outcome& outcome,
                                                       base::Progress& progress);

}  // namespace sanaq::investigation
