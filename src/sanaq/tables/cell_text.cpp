#include "sanaq/tables/cell_text.h"

#include <array>

#include "sanaq/text/name.h"

namespace sanaq::tables {
namespace {

constexpr std::array<std::string_view, 6> wide_blanks = {
    "\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE3\x80\x80"};

constexpr std::array<std::string_view, 33> words_for_nothing = {"-",
                                                                "--",
                                                                "---",
                                                                "\xE2\x80\x94",
                                                                "\xE2\x80\x93",
                                                                "?",
                                                                "??",
                                                                "???",
                                                                ".",
                                                                "...",
                                                                "n/a",
                                                                "#n/a",
                                                                "null",
                                                                "none",
                                                                "unknown",
                                                                "not known",
                                                                "unk",
                                                                "no data",
                                                                "неизвестно",
                                                                "неизвестна",
                                                                "неизвестный",
                                                                "неизвестная",
                                                                "неизвестен",
                                                                "не известно",
                                                                "неизв",
                                                                "неизв.",
                                                                "нет данных",
                                                                "н/д",
                                                                "н.д.",
                                                                "не установлено",
                                                                "не установлен",
                                                                "белгісіз",
                                                                "мәлімет жоқ"};

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

bool says_nothing(std::string_view folded) {
  for (const std::string_view word : words_for_nothing) {
    if (folded == word) return true;
  }
  return folded.empty();
}

bool cell_says_nothing(std::string_view cell) {
  constexpr std::size_t longest_in_bytes = 48;
  if (cell.empty()) return true;
  if (cell.size() > longest_in_bytes) return false;
  const bool is_ascii = static_cast<unsigned char>(cell[0]) < 0x80;
  if (is_ascii && std::string_view("-?.nNuU# ").find(cell[0]) == cell.npos) return false;
  if (cell[0] == '\xD0' || cell[0] == '\xD1') {
    bool may_be = false;
    for (const std::string_view letter : {"н", "Н", "б", "Б", "м", "М"})
      may_be = may_be || cell.starts_with(letter);
    if (!may_be) return false;
  }
  return says_nothing(text::fold(cell));
}

}  // namespace sanaq::tables
