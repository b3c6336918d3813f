// A public text as HTML.
#pragma once
#include <string>

#include "sanaq/pages/public_view.h"

namespace sanaq::draw {
class Voice;
}

namespace sanaq::pages {

// `path` is that of the page from the language's root, by which links become relative. The
// highest headings of the text stand one below `level`, that of the heading above it on the page.
[[nodiscard]] std::string marked_html(const PublicView& view, const articles::MarkedText& text,
                                      const std::string& path, const draw::Voice& voice,
                                      int level = 1);

// Returns the words of the first paragraph without any marks, live references as they are now, cut
// behind a word after `letters_max` letters.
[[nodiscard]] std::string first_words(const PublicView& view, const articles::MarkedText& text,
                                      const draw::Voice& voice, std::size_t letters_max);

// Returns a text cut behind a word and followed by "…" if it has more letters than that.
[[nodiscard]] std::string shortened(const std::string& text, std::size_t letters_max);

}  // namespace sanaq::pages
