// A small probability as it stands in a sentence.
#pragma once
#include <string>

namespace sanaq::estimate {

// Returns the text of a probability that is given by its natural log: "0.0024", with two
// significant digits; "< 0.0001" below that; at most 1.
[[nodiscard]] std::string probability_text(double log_probability);

}  // namespace sanaq::estimate
