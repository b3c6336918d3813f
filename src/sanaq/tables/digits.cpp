#include "sanaq/tables/digits.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace sanaq::tables {
namespace {

constexpr UChar32 decimal_separator = 0x066B, arabic_comma = 0x060C, soft_hyphen = 0x00AD;

// Left-to-right marks, embeddings, isolates, the Arabic letter mark; joiners and soft hyphens.
bool is_invisible(UChar32 letter) {
  return letter == 0x061C || letter == soft_hyphen || (letter >= 0x200B && letter <= 0x200F) ||
         (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2060 && letter <= 0x2069) ||
         letter == 0xFEFF;
}

}  // namespace

bool is_beyond_ascii(std::string_view cell) {
  return std::any_of(cell.begin(), cell.end(),
                     [](char letter) { return static_cast<unsigned char>(letter) >= 0x80; });
}

std::string with_plain_digits(std::string_view cell) {
  if (!is_beyond_ascii(cell)) return std::string(cell);
  std::string plain;
  plain.reserve(cell.size());
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(cell.data());
  const auto size = static_cast<std::int32_t>(cell.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t start = at;
    UChar32 letter = 0;
    U8_NEXT(bytes, at, size, letter);
    const int digit = letter < 0x80 ? -1 : u_charDigitValue(letter);
    if (digit >= 0) {
      plain += static_cast<char>('0' + digit);
    } else if (letter == decimal_separator || letter == arabic_comma) {
      plain += ',';
    } else if (letter < 0 || !is_invisible(letter)) {
      plain += cell.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(at - start));
    }
  }
  return plain;
}

}  // namespace sanaq::tables
