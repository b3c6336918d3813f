#include "sanaq/draw/markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sanaq/base/utf8_letter.h"

namespace sanaq::draw {
namespace {

constexpr std::string_view replacement = "\uFFFD", isolate = "\u2068", isolate_end = "\u2069";

bool is_isolate(char32_t code) { return code == 0x2068 || code == 0x2069; }

// What steers the line that it stands in; the marks that Arabic and Hebrew need (U+200E, U+200F,
// U+061C) do not reach beyond themselves.
bool steers(char32_t code) {
  return (code < 0x20 && code != U'\n' && code != U'\t') || (code >= 0x7F && code <= 0x9F) ||
         (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x206F) ||
         (code >= 0xFFF9 && code <= 0xFFFB) || (code >= 0xE0000 && code <= 0xE007F);
}

// Letters that no reader sees and no language needs: two names that differ in them look alike.
bool is_unseen(char32_t code) {
  return code == 0x200B || (code >= 0x2060 && code <= 0x2064) || code == 0xFEFF;
}

bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) {
    return (byte >= 0x20 && byte < 0x7F) || byte == '\n' || byte == '\t';
  });
}

template <typename Take>
void walk(std::string_view text, Take take) {
  while (!text.empty()) {
    const base::Utf8Letter letter = base::first_letter(text);
    take(letter, text.substr(0, letter.size));
    text.remove_prefix(letter.size);
  }
}

// Ours alone have both ends: a name loses its own before it is put between them.
std::string with_whole_isolates(std::string_view text) {
  std::string out;
  std::vector<std::size_t> begun;
  walk(text, [&](const base::Utf8Letter& letter, std::string_view bytes) {
    if (letter.is_whole && letter.code == 0x2068) {
      begun.push_back(out.size());
      out += bytes;
    } else if (letter.is_whole && letter.code == 0x2069) {
      out += begun.empty() ? replacement : bytes;
      if (!begun.empty()) begun.pop_back();
    } else if (!letter.is_whole || steers(letter.code)) {
      out += replacement;
    } else {
      out += bytes;
    }
  });
  for (const std::size_t at : begun) out.replace(at, isolate.size(), replacement);
  return out;
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char byte : is_plain(text) ? std::string(text) : with_whole_isolates(text)) {
    if (byte == '&')
      out += "&amp;";
    else if (byte == '<')
      out += "&lt;";
    else if (byte == '>')
      out += "&gt;";
    else if (byte == '"')
      out += "&quot;";
    else if (byte == '\'')
      out += "&#39;";
    else
      out += byte;
  }
  return out;
}

std::string harmless(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  walk(text, [&](const base::Utf8Letter& letter, std::string_view bytes) {
    if (!letter.is_whole) {
      out += replacement;
    } else if (steers(letter.code) || is_isolate(letter.code) || is_unseen(letter.code)) {
      out += fmt::format("U+{:04X}", static_cast<std::uint32_t>(letter.code));
    } else {
      out += bytes;
    }
  });
  return out;
}

std::string isolated(std::string_view text) {
  if (text.empty()) return {};
  return std::string(isolate) + harmless(text) + std::string(isolate_end);
}

}  // namespace sanaq::draw
