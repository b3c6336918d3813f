// Age as people write it: 35, "35 лет", "2 года", "6 months".
#pragma once
#include <optional>
#include <string_view>

#include "sanaq/base/result.h"

namespace sanaq::tables {

inline constexpr int age_years_max = 130;

// Whole years lived (6 months are 0 years, 2.5 years are 2), or none for a cell that says nothing.
// "30-35", "adult" and ages beyond age_years_max are a Problem.
[[nodiscard]] base::Result<std::optional<int>> read_age(std::string_view cell);

}  // namespace sanaq::tables
