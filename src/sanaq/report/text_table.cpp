#include "sanaq/report/text_table.h"

#include <algorithm>

#include "sanaq/base/shown.h"

namespace sanaq::report {
namespace {

bool begins_character(char letter) { return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U; }

bool is_number(const std::string& cell) {
  bool has_digit = false;
  for (const char letter : cell) {
    has_digit = has_digit || (letter >= '0' && letter <= '9');
    const bool is_gap = std::string_view("., -%\u00A0").find(letter) != std::string_view::npos;
    if ((letter < '0' || letter > '9') && !is_gap) return false;
  }
  return has_digit;
}

}  // namespace

std::size_t character_count(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string safe_cell(const std::string& text, std::size_t characters_max) {
  std::string safe;
  std::size_t count = 0;
  for (const char letter : base::shown(text)) {
    if (begins_character(letter) && count++ == characters_max) return safe + "…";
    safe += letter;
  }
  return safe;
}

std::string text_table(std::vector<std::vector<std::string>> rows) {
  std::vector<std::size_t> widths;
  for (auto& row : rows) {
    for (std::string& cell : row) cell = base::shown(cell);
  }
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t at = 0; at < row.size(); ++at)
      widths[at] = std::max(widths[at], character_count(row[at]));
  }
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t at = 0; at < row.size(); ++at) {
      const std::string gap(widths[at] - character_count(row[at]), ' ');
      const bool is_last = at + 1 == row.size();
      if (is_number(row[at])) {
        out += gap + row[at];
      } else {
        out += is_last ? row[at] : row[at] + gap;
      }
      out += is_last ? "\n" : "  ";
    }
  }
  return out;
}

}  // namespace sanaq::report
