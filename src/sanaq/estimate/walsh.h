// The fast Walsh-Hadamard transform: all signed sums of 2^L values at once.
#pragma once
#include <span>

namespace sanaq::estimate {

// values[t] becomes sum over s of (-1)^popcount(t & s) values[s]. The length is a power of two.
// Twice is length times the identity.
void walsh_transform(std::span<double> values);

}  // namespace sanaq::estimate
