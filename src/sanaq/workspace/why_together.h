// Why the records of a person are together: each pair with its weight, or that only others hold the
// two together.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "sanaq/workspace/persons_at_hand.h"

namespace sanaq::workspace {

// What one compared column says for or against a pair.
struct PairReason {
  std::string column, level;
  double weight_bits = 0;  // of the level; values that are rarer or more frequent weigh otherwise
};

struct PairTogether {
  std::uint32_t left = 0, right = 0;
  const link::Pair* pair = nullptr;  // nullptr: not kept, since it is hardly probable
  bool is_transitive = false;        // the two alone would not be one person
  std::string decided;               // "same": the entry that says so, "3f9a0c12:7"; or ""
  std::vector<PairReason> reasons;   // the weightiest first
};

// Beyond, only pairs that linking kept are told: there are too many others.
inline constexpr std::size_t records_told_pair_by_pair = 40;

// Names of the case file are left out. Pairs that are not transitive first, each by weight.
[[nodiscard]] std::vector<PairTogether> why_together(const PersonsAtHand& all,
                                                     const persons::Person& person);

}  // namespace sanaq::workspace
