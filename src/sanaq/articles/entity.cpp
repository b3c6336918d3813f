#include "sanaq/articles/entity.h"

#include <md4c-html.h>

#include <array>
#include <utility>

namespace sanaq::articles {
namespace {

constexpr std::string_view paragraph_open = "<p>", paragraph_close = "</p>\n";

void append(const MD_CHAR* text, MD_SIZE size, void* out) {
  static_cast<std::string*>(out)->append(text, size);
}

}  // namespace

// The table of names is md4c's own: it writes a paragraph with the letter in it.
std::string decoded_entity(std::string_view entity) {
  std::string written;
  const auto size = static_cast<MD_SIZE>(entity.size());
  if (md_html(entity.data(), size, append, &written, 0, 0) != 0) return std::string(entity);
  std::string_view letter = written;
  if (!letter.starts_with(paragraph_open) || !letter.ends_with(paragraph_close))
    return std::string(entity);
  letter.remove_prefix(paragraph_open.size());
  letter.remove_suffix(paragraph_close.size());
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> escaped = {
      {{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&quot;", "\""}}};
  for (const auto& [markup, plain] : escaped) {
    if (letter == markup) return std::string(plain);
  }
  return letter.find('<') == letter.npos && !letter.starts_with("&amp;") ? std::string(letter)
                                                                         : std::string(entity);
}

}  // namespace sanaq::articles
