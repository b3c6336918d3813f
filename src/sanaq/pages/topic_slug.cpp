#include "sanaq/pages/topic_slug.h"

#include "sanaq/base/files.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/romanise.h"

namespace sanaq::pages {

std::string topic_slug(std::string_view words) {
  constexpr std::size_t letters_max = 60;
  std::string slug;
  for (const char letter : text::fold(text::romanise(words))) {
    const bool is_plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    // An apostrophe parts no word.
    if (letter == '\'' || slug.size() == letters_max) continue;
    if (is_plain) {
      slug += letter;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  if (slug.empty()) return "x";
  return base::portable_file_name(slug) == slug ? slug : slug + "-x";
}

}  // namespace sanaq::pages
