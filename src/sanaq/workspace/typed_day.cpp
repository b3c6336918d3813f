#include "sanaq/workspace/typed_day.h"

#include <vector>

namespace sanaq::workspace {
namespace {

bool is_number(std::string_view text, std::size_t digits_min, std::size_t digits_max) {
  return text.size() >= digits_min && text.size() <= digits_max &&
         text.find_first_not_of("0123456789") == text.npos;
}

std::string two_digits(std::string_view number) {
  return (number.size() == 1 ? "0" : "") + std::string(number);
}

}  // namespace

std::string typed_day(std::string_view typed) {
  while (!typed.empty() && static_cast<unsigned char>(typed.front()) <= ' ') typed.remove_prefix(1);
  while (!typed.empty() && static_cast<unsigned char>(typed.back()) <= ' ') typed.remove_suffix(1);
  std::vector<std::string_view> parts;
  for (std::string_view rest = typed;;) {
    const std::size_t point = rest.find('.');
    parts.push_back(rest.substr(0, point));
    if (point == rest.npos) break;
    rest.remove_prefix(point + 1);
  }
  const bool is_month = parts.size() == 2 && is_number(parts[0], 1, 2);
  const bool is_day = parts.size() == 3 && is_number(parts[0], 1, 2) && is_number(parts[1], 1, 2);
  if ((!is_month && !is_day) || !is_number(parts.back(), 4, 4)) return std::string(typed);
  std::string day = std::string(parts.back()) + "-" + two_digits(parts[parts.size() - 2]);
  return is_day ? day + "-" + two_digits(parts[0]) : day;
}

}  // namespace sanaq::workspace
