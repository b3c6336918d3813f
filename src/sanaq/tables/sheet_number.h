// Numbers of spreadsheets as a reader sees them.
#pragma once
#include <string>

namespace sanaq::tables {

// Returns 35 for 35.0 and 1.5 for 1.5, and never an exponent for whole numbers below 10^15.
[[nodiscard]] std::string number_text(double value);

}  // namespace sanaq::tables
