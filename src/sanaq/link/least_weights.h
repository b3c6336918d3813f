// From which weight on a pair is worth a thought.
#pragma once
#include "sanaq/link/kept_pairs.h"
#include "sanaq/link/pair_model.h"

namespace sanaq::link {

// A pair is worth keeping for the search of persons from these log odds on.
inline constexpr double worth_keeping = -7;
// Of pairs that fields tell against by more than this (natural log of m/u) the sum of probabilities
// is mostly what pseudo-counts put there: they are not counted among those that the cut loses.
inline constexpr double told_against = -1.5;
// Of weights that were summed in another order: more than rounding.
inline constexpr double weight_slack = 1e-6;

// By whether two records are of one list: the weight (natural log of m/u) from which a pair is
// kept or counted among those that the cut loses.
[[nodiscard]] KeptPairs::Least least_weights(const PairModel& model);

}  // namespace sanaq::link
