// Age as people write it: 35, "35 лет", "2 года", "6 months", 40-45, "около 40", "in his 30s".
#pragma once
#include <optional>
#include <string_view>

#include "sanaq/base/result.h"
#include "sanaq/record/age_span.h"

namespace sanaq::tables {

// "About" means so many years to either side, since such ages are told in fives and tens.
inline constexpr int about_years = 5;

// Returns whole years lived (6 months are 0 years, 2.5 years are 2), as an interval if the cell
// says so: 40-45, 60+ (to age_years_max), "до 40" (from 0), "30s" and "за 30" (30 to 39), ~40 (35
// to 45), 40±3. Returns nullopt for a cell that says nothing. "adult" and ages beyond age_years_max
// are a Problem.
[[nodiscard]] base::Result<std::optional<record::AgeSpan>> read_age(std::string_view cell);

}  // namespace sanaq::tables
