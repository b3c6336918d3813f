#include "sanaq/link/plain_date.h"

#include <algorithm>
#include <vector>

namespace sanaq::link {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char letter : text) {
    if (is_digit(letter)) digits += letter;
  }
  return digits;
}

std::vector<std::string> number_parts(std::string_view text) {
  std::vector<std::string> parts;
  std::string part;
  for (const char letter : std::string(text) + ' ') {
    if (is_digit(letter)) {
      part += letter;
      continue;
    }
    if (!part.empty()) parts.push_back(part);
    part.clear();
    if (letter != '-' && letter != '/' && letter != '.' && letter != ' ') return {};
  }
  return parts;
}

std::string padded(const std::string& part) { return part.size() == 1 ? "0" + part : part; }

}  // namespace

std::string whole_day(std::string_view text) {
  const std::vector<std::string> parts = number_parts(text);
  if (parts.size() == 1 && parts[0].size() == 8) return parts[0];
  if (parts.size() != 3) return "";
  if (parts[0].size() == 4 && parts[1].size() <= 2 && parts[2].size() <= 2) {
    return parts[0] + padded(parts[1]) + padded(parts[2]);
  }
  if (parts[2].size() == 4 && parts[0].size() <= 2 && parts[1].size() <= 2) {
    const bool month_first = std::stoi(parts[1]) > 12;
    return parts[2] + padded(parts[month_first ? 0 : 1]) + padded(parts[month_first ? 1 : 0]);
  }
  return "";
}

std::string plain_date(std::string_view value) {
  if (value.empty()) return "";
  if (const std::string day = whole_day(value); !day.empty()) return day;
  if (record::from_edtf(value)) return std::string(value);
  const std::string digits = digits_of(value);
  return digits.size() < 4 ? std::string() : digits;
}

std::optional<record::PartialDate> date_of(std::string_view plain) {
  const bool is_day = plain.size() == 8 && std::all_of(plain.begin(), plain.end(), is_digit);
  if (!is_day) return record::from_edtf(plain);
  const std::string day(plain);
  return record::make_date(std::stoi(day.substr(0, 4)), std::stoi(day.substr(4, 2)),
                           std::stoi(day.substr(6, 2)));
}

}  // namespace sanaq::link
