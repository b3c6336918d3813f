#include "sanaq/text/initials.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "sanaq/base/utf8_letter.h"
#include "sanaq/text/romanise.h"

namespace sanaq::text {
namespace {

void append_letter(std::string& out, UChar32 code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (code >> 18));
    out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

bool is_mark(UChar32 code) {
  const auto kind = u_charType(code);
  return kind == U_NON_SPACING_MARK || kind == U_COMBINING_SPACING_MARK ||
         kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR;
}

// An apostrophe and letters raised above the line stand within words: O'Neill, Gʻafur.
bool is_inside_words(UChar32 code) {
  return code == '\'' || code == U'’' || code == U'‘' || code == U'ʻ' || code == U'ʼ';
}

bool is_whole_word(UChar32 code) {
  UErrorCode failed = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(code, &failed);
  return script == USCRIPT_HAN || script == USCRIPT_HANGUL || script == USCRIPT_HIRAGANA ||
         script == USCRIPT_KATAKANA;
}

}  // namespace

std::string initials(std::string_view name) {
  std::string out;
  bool is_in_word = false, is_first = false;  // `is_first`: right behind a word's first letter
  for (std::string_view rest = name; !rest.empty();) {
    const base::Utf8Letter letter = base::first_letter(rest);
    rest.remove_prefix(letter.size);
    const auto code = static_cast<UChar32>(letter.code);
    if (is_whole_word(code)) {
      const std::string romanised = romanise(name);
      return romanised == name ? std::string() : initials(romanised);
    }
    if (letter.is_whole && (is_mark(code) || is_inside_words(code))) {
      // What stands on the first letter belongs to it, but not a sign of the direction.
      if (is_first && is_mark(code) && u_charType(code) != U_FORMAT_CHAR) append_letter(out, code);
      continue;
    }
    if (is_first) out += '.';
    is_first = false;
    const bool is_letter = letter.is_whole && u_isalpha(code) != 0;
    if (is_letter && !is_in_word) {
      if (!out.empty()) out += ' ';
      append_letter(out, u_toupper(code));
      is_first = true;
    }
    is_in_word = is_letter;
  }
  return is_first ? out + '.' : out;
}

}  // namespace sanaq::text
