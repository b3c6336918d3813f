// Chao's lower bound where lists differ in how many persons they reach.
#pragma once
#include <optional>

#include "sanaq/estimate/capture_table.h"

namespace sanaq::estimate {

inline constexpr std::size_t bound_lists_max = 10;

// Rivest and Baillargeon 2007 (Biometrics 63), section 3, model M_th, as the R package Rcapture
// computes it: log mu_s = a + sum over lists i in s of b_i + sum over j = 2 .. L - 1 of e_j
// max(0, |s| - j), by maximum likelihood; the e_j, which say that people differ, are not below 0:
// the first that is goes, and the rest is fitted again. The bound is n + exp(a). None where some
// list did not cover everybody, of fewer than two lists or more than bound_lists_max, where nobody
// is on exactly one list or on exactly two, or where the likelihood has no finite maximum.
[[nodiscard]] std::optional<double> chao_with_list_effects(const CaptureTable& table);

}  // namespace sanaq::estimate
