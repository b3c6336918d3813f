// An age as far as it is known: an interval of whole years.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sanaq::record {

inline constexpr int age_years_max = 130;

// Both ends are included, and 0 <= from <= to <= age_years_max.
struct AgeSpan {
  int from = 0;
  int to = 0;
  bool operator==(const AgeSpan&) const = default;
};

// Returns the canonical text of an age: "35", "40-45", or "60+" if it ends at age_years_max.
[[nodiscard]] std::string to_text(const AgeSpan& age);
// Reads a canonical text; returns nullopt for any other.
[[nodiscard]] std::optional<AgeSpan> age_from_text(std::string_view text);

}  // namespace sanaq::record
