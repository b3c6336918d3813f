// Lists of articles: all of them, those of each section, those with each tag.
#pragma once
#include <vector>

#include "sanaq/pages/frame.h"

namespace sanaq::pages {

inline constexpr std::size_t articles_a_page = 100;

// articles.html, sections/SECTION.html and tags/TAG.html; a list of more articles than go on one
// page goes on in articles--2.html and so on. Nothing if there are no articles.
[[nodiscard]] std::vector<Page> topic_pages(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
