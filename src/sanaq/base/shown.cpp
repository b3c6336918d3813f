#include "sanaq/base/shown.h"

#include <fmt/format.h>

#include "sanaq/base/utf8_letter.h"

namespace sanaq::base {
namespace {

bool steers(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code <= 0x9F) || (code >= 0x2028 && code <= 0x202E) ||
         code == 0x2066 || code == 0x2067 || (code >= 0x206A && code <= 0x206F);
}

enum class Steering { escaped, but_for_lines, kept };

std::string escaped(std::string_view text, Steering steering) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Utf8Letter letter = first_letter(text);
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
