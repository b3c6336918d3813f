#include "sanaq/pages/place_text.h"

#include <algorithm>
#include <charconv>

namespace sanaq::pages {
namespace {

constexpr std::string_view around_coordinates = " \t,;()[]";

std::string trimmed(const std::string& text) {
  const std::size_t from = text.find_first_not_of(around_coordinates);
  if (from == text.npos) return {};
  return text.substr(from, text.find_last_not_of(around_coordinates) + 1 - from);
}

// A number with a decimal point at `at`, which is moved behind it.
std::optional<double> degrees_at(const std::string& text, std::size_t& at, double most) {
  double value = 0;
  const auto [end, error] =
      std::from_chars(text.data() + at, text.data() + text.size(), value, std::chars_format::fixed);
  const std::string_view digits(text.data() + at, static_cast<std::size_t>(end - text.data()) - at);
  if (error != std::errc() || digits.find('.') == digits.npos) return std::nullopt;
  if (value < -most || value > most) return std::nullopt;
  at += digits.size();
  return value;
}

}  // namespace

PlaceText read_place(const std::string& written) {
  for (std::size_t from = 0; from < written.size(); ++from) {
    const bool begins = written.find_first_of("-0123456789", from) == from;
    const bool is_within = from > 0 && written.find_first_of("0123456789.-", from - 1) == from - 1;
    if (!begins || is_within) continue;
    std::size_t at = from;
    const auto latitude = degrees_at(written, at, 90);
    if (!latitude) continue;
    const std::size_t comma = written.find_first_not_of(' ', at);
    if (comma == written.npos || written[comma] != ',') continue;
    std::size_t end = std::min(written.find_first_not_of(' ', comma + 1), written.size());
    const auto longitude = degrees_at(written, end, 180);
    if (!longitude) continue;
    const std::string before = trimmed(written.substr(0, from)),
                      behind = trimmed(written.substr(end));
    return {before + (before.empty() || behind.empty() ? "" : ", ") + behind,
            std::pair{*latitude, *longitude}};
  }
  return {written, std::nullopt};
}

}  // namespace sanaq::pages
