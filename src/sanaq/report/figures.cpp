#include "sanaq/report/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sanaq::report {

std::string figure(std::int64_t number, std::string_view language) {
  std::string digits = fmt::format("{}", number);
  const std::size_t sign = number < 0 ? 1 : 0;
  const std::string_view gap = language == "en" ? "," : "\u00A0";
  for (std::size_t at = digits.size(); at > sign + 3;) {
    at -= 3;
    digits.insert(at, gap);
  }
  return digits;
}

std::string rounded_figure(double number, std::string_view language) {
  return figure(std::llround(number), language);
}

std::string duration_text(double seconds, std::string_view language) {
  if (seconds < 60) {
    std::string text = fmt::format("{:.{}f}", seconds, seconds < 10 ? 2 : 0);
    if (language != "en") std::replace(text.begin(), text.end(), '.', ',');
    return text + (language == "en" ? " s" : "\u00A0с");
  }
  const auto whole = static_cast<std::int64_t>(seconds);
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace sanaq::report
