#include "sanaq/base/own_words.h"

#include <string>

#include "embedded/sanaq_base.h"
#include "sanaq/base/catalog.h"

namespace sanaq::base {
namespace {

// Letters beyond ASCII are made of bytes that are none of its signs.
bool is_part_of_word(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z');
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool is_begun = at == 0 || !is_part_of_word(text[at - 1]);
    if (is_begun && (end == text.size() || !is_part_of_word(text[end]))) return true;
  }
  return false;
}

}  // namespace

bool is_own_word(std::string_view word) {
  if (word.empty()) return false;
  for (const std::string& language : Catalog::languages()) {
    // The sentences stand in the file as they are, English ones as the keys.
    if (has_word(embedded_file(language + ".mo"), word)) return true;
  }
  return false;
}

}  // namespace sanaq::base
