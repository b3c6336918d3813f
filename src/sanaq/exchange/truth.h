// The true number of an invented example, so that the page can show it beside the estimate.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace sanaq::exchange {

inline constexpr std::string_view truth_file = "truth.csv";

// Reads rows `key,value` and returns the value of `total`. Throws Error{bad_input} if there is
// none.
[[nodiscard]] std::int64_t read_truth(std::string_view bytes, const std::string& file);

}  // namespace sanaq::exchange
