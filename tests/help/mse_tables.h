// Capture tables as counts by mask: those of tests/published, and those of the shared data.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sanaq::help {

// 2^L values by mask, bit i = column i; none where the file is not there: then skip with skip_words
// (scratch.h).
[[nodiscard]] std::optional<std::vector<std::int64_t>> mse_table(const std::string& name);

}  // namespace sanaq::help
