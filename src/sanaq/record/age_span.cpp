#include "sanaq/record/age_span.h"

#include <fmt/format.h>

#include <charconv>

namespace sanaq::record {
namespace {

// Up to three digits at the front, taken off the text.
std::optional<int> take_years(std::string_view& text) {
  std::size_t length = 0;
  while (length < text.size() && text[length] >= '0' && text[length] <= '9') ++length;
  if (length == 0 || length > 3) return std::nullopt;
  int years = 0;
  std::from_chars(text.data(), text.data() + length, years);
  text.remove_prefix(length);
  return years;
}

}  // namespace

std::string to_text(const AgeSpan& age) {
  if (age.from == age.to) return std::to_string(age.from);
  if (age.to == age_years_max) return fmt::format("{}+", age.from);
  return fmt::format("{}-{}", age.from, age.to);
}

std::optional<AgeSpan> age_from_text(std::string_view text) {
  const std::optional<int> from = take_years(text);
  if (!from || *from > age_years_max) return std::nullopt;
  if (text.empty()) return AgeSpan{*from, *from};
  if (text == "+") return AgeSpan{*from, age_years_max};
  if (text.front() != '-') return std::nullopt;
  text.remove_prefix(1);
  const std::optional<int> to = take_years(text);
  if (!to || !text.empty() || *to < *from || *to > age_years_max) return std::nullopt;
  return AgeSpan{*from, *to};
}

}  // namespace sanaq::record
