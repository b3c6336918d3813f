#include "sanaq/base/shown.h"

#include <fmt/format.h>

#include <cstddef>

namespace sanaq::base {
namespace {

struct Letter {
  char32_t code = 0;
  std::size_t size = 1;  // bytes
  bool is_whole = false;
};

constexpr bool goes_on(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Unicode 15, table 3-7: no overlong forms, no surrogates, nothing beyond U+10FFFF.
Letter first_letter(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return {};
  char32_t code = lead & (0xFFU >> (size + 1));
  for (std::size_t at = 1; at < size; ++at) {
    if (!goes_on(text[at])) return {};
    code = (code << 6U) | (static_cast<unsigned char>(text[at]) & 0x3FU);
  }
  const bool is_overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (is_overlong || is_surrogate || code > 0x10FFFF) return {};
  return {code, size, true};
}

bool steers(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code <= 0x9F) || (code >= 0x2028 && code <= 0x202E) ||
         code == 0x2066 || code == 0x2067 || (code >= 0x206A && code <= 0x206F);
}

enum class Steering { escaped, but_for_lines, kept };

std::string escaped(std::string_view text, Steering steering) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    const bool stays =
        steering == Steering::kept ||
        (steering == Steering::but_for_lines && (letter.code == U'\n' || letter.code == U'\t'));
    if (!letter.is_whole) {
      out += fmt::format("\\x{:02X}", static_cast<unsigned char>(text[0]));
    } else if (steers(letter.code) && !stays) {
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(letter.code));
    } else {
      out += text.substr(0, letter.size);
    }
    text.remove_prefix(letter.size);
  }
  return out;
}

}  // namespace

std::string shown(std::string_view text) { return escaped(text, Steering::escaped); }

std::string shown_lines(std::string_view text) { return escaped(text, Steering::but_for_lines); }

std::string as_utf8(std::string_view text) { return escaped(text, Steering::kept); }

}  // namespace sanaq::base
