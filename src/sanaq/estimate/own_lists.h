// What the user's own lists say about the averaged models: one whose size is known is hidden, to
// see how probable each model finds the truth.
//
// With one list hidden, its persons are the population, their table over the other lists is the
// data, and those on it alone are the cell that nobody observes. The truth is the list's own size.
// A model's weight is its prior weight times the product, over the hidden lists, of the probability
// that it gives to the truth, to the power of own_lists_power (docs/method/backtested.md says why
// .5).
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sanaq/estimate/backtested.h"

namespace sanaq::estimate {

inline constexpr double own_lists_power = 0.5;
inline constexpr std::size_t hidings_min = 3;  // fewer say too little about the models
// With fewer persons than this on two lists or more, the lists say too little about the models: in
// a measurement, weights lowered the coverage for thin tables from 91 to 83 %
// (docs/benchmarks/estimate.md).
inline constexpr std::int64_t overlapping_min = 30;

// Returns the counts with a list hidden. `counts` is as in backtested.h. Cell 0 of the result has
// those on the hidden list alone.
[[nodiscard]] std::vector<std::int64_t> hide_list(std::span<const std::int64_t> counts,
                                                  std::size_t list);
// Returns the mask without one list's bit, with the bits above it moved down.
[[nodiscard]] std::size_t without_bit(std::size_t mask, std::size_t bit);

struct Hiding {
  std::size_t list = 0;
  std::int64_t truth = 0;         // the size of the hidden list
  BacktestedPosterior posterior;  // with equal weights, and log_known
  bool weighs = true;             // whether the whole table has overlapping_min persons
};

// Needs four lists or more, since three must remain. Lists whose persons are on no other list are
// left out, and so is the prior of the total, which says nothing about one list's size.
[[nodiscard]] std::vector<Hiding> hide_each(std::span<const std::int64_t> counts,
                                            const BacktestedOptions& options);

// Returns the logarithms of the models' weights, the largest being 0. They are all equal if fewer
// than hidings_min hidings are left without that of `except`, or if the table is too thin.
[[nodiscard]] std::vector<double> weights_of_hidings(
    const std::vector<Hiding>& hidings, std::optional<std::size_t> except = std::nullopt);

}  // namespace sanaq::estimate
