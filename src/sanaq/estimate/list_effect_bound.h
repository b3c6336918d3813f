// Chao's lower bound for lists that differ in how many persons they reach.
#pragma once
#include <optional>

#include "sanaq/estimate/capture_table.h"

namespace sanaq::estimate {

inline constexpr std::size_t bound_lists_max = 10;

// Rivest and Baillargeon 2007 (Biometrics 63), section 3, model M_th, as the R package Rcapture
// computes it: log mu_s = a + sum over lists i in s of b_i + sum over j = 2 .. L - 1 of e_j
// max(0, |s| - j), by maximum likelihood. The e_j, which say that people differ, must not be below
// 0: the first that is gets removed, and the rest is fitted again. The bound is n + exp(a). Returns
// nullopt if some list did not cover everybody, there are fewer than two lists or more than
// bound_lists_max, nobody is on exactly one list or on exactly two, or the likelihood has no finite
// maximum.
[[nodiscard]] std::optional<double> chao_with_list_effects(const CaptureTable& table);

}  // namespace sanaq::estimate
