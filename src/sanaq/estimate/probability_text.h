// A small probability as it stands in a sentence.
#pragma once
#include <string>

namespace sanaq::estimate {

// "0.0024" of its logarithm, with two digits that count; "< 0.0001" below that; at most 1.
[[nodiscard]] std::string probability_text(double log_probability);

}  // namespace sanaq::estimate
