// What the user's own lists say of the averaged models: hide one whose size is known, and see how
// probable each model finds the truth.
//
// One list hidden: its persons are the population, their table over the other lists the data, and
// those on it alone the cell that nobody sees. The truth is the list's own size. A model's weight
// is its prior weight times the product, over the lists hidden, of the probability that it gives to
// the truth, to the power of own_lists_power (docs/method/backtested.md: why .5).
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sanaq/estimate/backtested.h"

namespace sanaq::estimate {

inline constexpr double own_lists_power = 0.5;
inline constexpr std::size_t hidings_min = 3;  // fewer say too little of the models
// With fewer persons on two lists or more, lists say too little of the models: measured, weights
// took the hold of thin tables from 91 to 83 % (docs/benchmarks/estimate.md).
inline constexpr std::int64_t overlapping_min = 30;

// `counts` as in backtested.h. Cell 0 of the result: those on the hidden list alone.
[[nodiscard]] std::vector<std::int64_t> hide_list(std::span<const std::int64_t> counts,
                                                  std::size_t list);
// The mask without one list's bit, the bits above it moved down.
[[nodiscard]] std::size_t without_bit(std::size_t mask, std::size_t bit);

struct Hiding {
  std::size_t list = 0;
  std::int64_t truth = 0;         // the size of the hidden list
  BacktestedPosterior posterior;  // with equal weights, and log_known
  bool weighs = true;             // the whole table has overlapping_min
};

// Four lists or more (three must remain); lists whose persons are on no other list are passed over,
// and so is what was known of the total beforehand, which says nothing about one list's size.
[[nodiscard]] std::vector<Hiding> hide_each(std::span<const std::int64_t> counts,
                                            const BacktestedOptions& options);

// Logarithms of the models' weights, the largest 0. All alike where fewer than hidings_min
// hidings are left without that of `except`, or where the table is too thin to weigh by.
[[nodiscard]] std::vector<double> weights_of_hidings(
    const std::vector<Hiding>& hidings, std::optional<std::size_t> except = std::nullopt);

}  // namespace sanaq::estimate
