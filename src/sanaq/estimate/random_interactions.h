// The part of a model of random interactions that is chosen before any table is seen
// (backtested.h).
#pragma once
#include <cstdint>
#include <vector>

namespace sanaq::estimate {

// One of the averaged models: the prior of its interactions, and its number of latent classes.
struct RandomInteractions {
  double sd = 0.2;            // t: sd of interactions of two lists, on the +-1/2 scale
  double mean = 0;            // m: their mean
  double higher_order = 0.3;  // r: those of three lists and more have sd r t
  int classes = 1;            // 1 or 2
  // Masks of two lists that are said to depend on each other: dependent_lists.h.
  std::vector<std::uint32_t> dependent = {};
};

}  // namespace sanaq::estimate
