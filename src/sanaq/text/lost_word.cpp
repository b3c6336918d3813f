#include "sanaq/text/lost_word.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace sanaq::text {
namespace {

constexpr std::string_view lost_letter = "\xEF\xBF\xBD";  // U+FFFD

bool is_blank(char byte) { return static_cast<unsigned char>(byte) <= ' '; }

// The letter at `at`, which is moved behind it; none where there is a sign.
std::optional<UChar32> letter_at(std::string_view text, std::size_t& at) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data()) + at;
  int32_t inside = 0;
  UChar32 letter = 0;
  U8_NEXT(data, inside, static_cast<int32_t>(std::min<std::size_t>(4, text.size() - at)), letter);
  at += static_cast<std::size_t>(inside);
  if (letter < 0 || u_isalpha(letter) == 0) return std::nullopt;
  return letter;
}

bool ends_with_letter(std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
  return letter_at(text, at).has_value();
}

// Between letters, or before one that is no capital of a name written behind a mark of doubt.
bool stands_for_letter(std::string_view before, std::string_view behind) {
  std::size_t at = 0;
  const std::optional<UChar32> next = letter_at(behind, at);
  if (!next) return false;
  if (ends_with_letter(before)) return true;
  if (u_isupper(*next) == 0) return true;
  const std::optional<UChar32> second = at < behind.size() ? letter_at(behind, at) : std::nullopt;
  return second && u_isupper(*second) != 0;
}

// Words of question marks alone, three and more in each and at least two, or one of five and more.
bool is_lost_whole(std::string_view cell) {
  std::size_t words = 0, longest = 0, run = 0;
  for (std::size_t at = 0; at <= cell.size(); ++at) {
    if (at < cell.size() && cell[at] == '?') {
      ++run;
      continue;
    }
    if (at < cell.size() && !is_blank(cell[at]) && cell[at] != '-' &&
        (cell[at] < '0' || cell[at] > '9'))
      return false;
    if (run >= 3) ++words;
    longest = std::max(longest, run);
    run = 0;
  }
  return words >= 2 || longest >= 5;
}

std::string_view word_around(std::string_view cell, std::size_t mark) {
  constexpr std::size_t bytes_max = 60;
  std::size_t start = mark, end = mark;
  while (start > 0 && !is_blank(cell[start - 1])) --start;
  while (end < cell.size() && !is_blank(cell[end])) ++end;
  return end - start > bytes_max ? std::string_view() : cell.substr(start, end - start);
}

}  // namespace

std::string_view word_with_lost_letters(std::string_view cell) {
  std::size_t mark = cell.find('?');
  if (mark == cell.npos || cell.find("://") != cell.npos || cell.find("www.") != cell.npos)
    return {};
  if (is_lost_whole(cell)) return cell;
  while (mark != cell.npos) {
    const std::size_t end = std::min(cell.find_first_not_of('?', mark), cell.size());
    if (stands_for_letter(cell.substr(0, mark), cell.substr(end))) return word_around(cell, mark);
    mark = cell.find('?', end);
  }
  return {};
}

std::string_view word_with_lost_bytes(std::string_view cell) {
  const std::size_t mark = cell.find(lost_letter);
  if (mark == cell.npos) return {};
  const std::string_view word = word_around(cell, mark);
  return word.empty() ? lost_letter : word;
}

}  // namespace sanaq::text
