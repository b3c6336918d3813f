// Money in whole ten-thousandths, so that sums are exact.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::casefile {

using Amount = std::int64_t;  // ten-thousandths of the currency's unit

// Reads 1250000, 1250000.50, 1250000,50 or 1 250 000.50. Returns nullopt for thousands separated by
// commas or points (1,250,000), for more than four decimal places, and for a negative amount.
[[nodiscard]] std::optional<Amount> read_amount(std::string_view cell);
// Returns the amount without needless zeros, but with two decimal places if there is a fraction:
// 1250000.5 -> 1250000.50.
[[nodiscard]] std::string amount_text(Amount amount);

}  // namespace sanaq::casefile
