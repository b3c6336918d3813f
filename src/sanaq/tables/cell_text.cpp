#include "sanaq/tables/cell_text.h"

#include <array>

#include "sanaq/text/nobody.h"

namespace sanaq::tables {
namespace {

constexpr std::array<std::string_view, 6> wide_blanks = {
    "\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE3\x80\x80"};

bool is_blank(char letter) { return letter == ' ' || (letter >= '\t' && letter <= '\r'); }

std::size_t wide_blank_at_start(std::string_view text) {
  for (const std::string_view blank : wide_blanks) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

std::size_t wide_blank_at_end(std::string_view text) {
  for (const std::string_view blank : wide_blanks) {
    if (text.ends_with(blank)) return blank.size();
  }
  return 0;
}

bool is_beyond_ascii(char letter) { return static_cast<unsigned char>(letter) >= 0x80; }

}  // namespace

std::string_view trimmed(std::string_view cell) {
  while (!cell.empty()) {
    const std::size_t blank = is_blank(cell.front())          ? 1
                              : is_beyond_ascii(cell.front()) ? wide_blank_at_start(cell)
                                                              : 0;
    if (blank == 0) break;
    cell.remove_prefix(blank);
  }
  while (!cell.empty()) {
    const std::size_t blank = is_blank(cell.back())          ? 1
                              : is_beyond_ascii(cell.back()) ? wide_blank_at_end(cell)
                                                             : 0;
    if (blank == 0) break;
    cell.remove_suffix(blank);
  }
  return cell;
}

bool says_nothing(std::string_view folded) { return text::says_nothing(folded); }

bool cell_says_nothing(std::string_view cell) { return text::says_nothing(cell); }

}  // namespace sanaq::tables
