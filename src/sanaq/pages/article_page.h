// A page for each article: Home » Section » Title, day and author, the text, tags, comments.
#pragma once
#include <vector>

#include "sanaq/pages/frame.h"

namespace sanaq::pages {

// One page an article, in every language: where there is no translation, the first text stands in,
// and the page says so.
[[nodiscard]] Page article_page(const PublicView& view, const PublicArticle& article,
                                const draw::Voice& voice);

// "Not yet translated into this language; this is the text in …"
[[nodiscard]] std::string not_translated(const PublicText& text, const draw::Voice& voice);

}  // namespace sanaq::pages
