#include "sanaq/office/xml_text.h"

#include <cstring>

namespace sanaq::office {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

void append_utf8(std::string& text, std::uint32_t letter) {
  const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (letter < 0x80) {
    add(letter);
  } else if (letter < 0x800) {
    add(0xC0 | letter >> 6);
    add(0x80 | (letter & 0x3F));
  } else if (letter < 0x10000) {
    add(0xE0 | letter >> 12);
    add(0x80 | (letter >> 6 & 0x3F));
    add(0x80 | (letter & 0x3F));
  } else {
    add(0xF0 | letter >> 18);
    add(0x80 | (letter >> 12 & 0x3F));
    add(0x80 | (letter >> 6 & 0x3F));
    add(0x80 | (letter & 0x3F));
  }
}

// The letter that begins at `at`, and `at` behind it; none where it is not well-formed.
std::optional<std::uint32_t> next_letter(std::string_view text, std::size_t& at) {
  const unsigned lead = byte_at(text, at);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() - at < length) return std::nullopt;
  std::uint32_t letter = lead & (0xFFU >> (length + 1));
  for (std::size_t next = 1; next < length; ++next) {
    const unsigned unit = byte_at(text, at + next);
    if ((unit & 0xC0U) != 0x80U) return std::nullopt;
    letter = letter << 6 | (unit & 0x3FU);
  }
  static constexpr std::uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (letter < smallest[length]) return std::nullopt;
  at += length;
  return letter;
}

bool is_plain(std::uint64_t eight) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL, tops = ones << 7;
  // No byte beyond ASCII, none below the blank.
  return (eight & tops) == 0 && ((eight - ones * 0x20) & tops) == 0;
}

}  // namespace

bool is_xml_char(std::uint32_t letter) {
  if (letter < 0x20) return letter == '\t' || letter == '\n' || letter == '\r';
  return letter <= 0xD7FF || (letter >= 0xE000 && letter <= 0xFFFD) ||
         (letter >= 0x10000 && letter <= 0x10FFFF);
}

std::string utf8_of_letter(std::uint32_t letter) {
  std::string text;
  append_utf8(text, letter);
  return text;
}

bool is_xml_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text.size() - at >= 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, text.data() + at, 8);
      if (is_plain(eight)) {
        at += 8;
        continue;
      }
    }
    const std::optional<std::uint32_t> letter = next_letter(text, at);
    if (!letter || !is_xml_char(*letter)) return false;
  }
  return true;
}

std::optional<std::string> referred_text(std::string_view reference) {
  if (reference == "lt") return "<";
  if (reference == "gt") return ">";
  if (reference == "amp") return "&";
  if (reference == "quot") return "\"";
  if (reference == "apos") return "'";
  if (!reference.starts_with('#')) return std::nullopt;
  reference.remove_prefix(1);
  const std::uint32_t base = reference.starts_with('x') ? 16 : 10;
  if (base == 16) reference.remove_prefix(1);
  if (reference.empty()) return std::nullopt;
  std::uint32_t letter = 0;
  for (const char digit : reference) {
    const bool is_digit = digit >= '0' && digit <= '9';
    const bool is_small = digit >= 'a' && digit <= 'f', is_large = digit >= 'A' && digit <= 'F';
    if (!is_digit && !(base == 16 && (is_small || is_large))) return std::nullopt;
    const int value = is_digit ? digit - '0' : is_small ? digit - 'a' + 10 : digit - 'A' + 10;
    letter = letter * base + static_cast<std::uint32_t>(value);
    if (letter > 0x10FFFF) return std::nullopt;
  }
  if (!is_xml_char(letter)) return std::nullopt;
  std::string text;
  append_utf8(text, letter);
  return text;
}

std::optional<std::string> utf8_of_xml(std::string_view bytes) {
  const bool is_marked = bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE");
  const bool is_bare = bytes.size() >= 2 && (bytes[0] == '\0') != (bytes[1] == '\0') &&
                       (bytes[0] == '<' || bytes[1] == '<');
  if (!is_marked && !is_bare) return std::string(bytes);
  const bool is_big = bytes[0] == '\xFE' || bytes[0] == '\0';
  if (is_marked) bytes.remove_prefix(2);
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit_at = [&](std::size_t at) -> std::uint32_t {
    return byte_at(bytes, is_big ? at : at + 1) << 8 | byte_at(bytes, is_big ? at + 1 : at);
  };
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    std::uint32_t letter = unit_at(at);
    if (letter >= 0xD800 && letter < 0xDC00 && at + 2 < bytes.size()) {
      const std::uint32_t low = unit_at(at + 2);
      if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
      letter = 0x10000 + ((letter - 0xD800) << 10) + (low - 0xDC00);
      at += 2;
    }
    if (!is_xml_char(letter)) return std::nullopt;
    append_utf8(text, letter);
  }
  return text;
}

}  // namespace sanaq::office
