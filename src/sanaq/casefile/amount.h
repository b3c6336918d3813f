// Money in whole ten-thousandths, so that sums are exact.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::casefile {

using Amount = std::int64_t;  // ten-thousandths of the currency's unit

// 1250000, 1250000.50, 1250000,50, 1 250 000.50. None for thousands separated by commas or points
// (1,250,000), for what has more than four places, and for what is below zero.
[[nodiscard]] std::optional<Amount> read_amount(std::string_view cell);
// Without needless zeros; two places where there is a fraction of a hundredth: 1250000.5 ->
// 1250000.50.
[[nodiscard]] std::string amount_text(Amount amount);

}  // namespace sanaq::casefile
