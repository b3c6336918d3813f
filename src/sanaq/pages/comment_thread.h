// The comments under an article: which answers which, parted into pages.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "sanaq/pages/frame.h"

namespace sanaq::pages {

// One comment in the order in which it is read: each answer behind what it answers.
struct ThreadedComment {
  const PublicComment* comment = nullptr;
  const PublicComment* answered = nullptr;  // nullptr: the article
  std::size_t depth = 0;                    // 0 to depth_max
};
inline constexpr std::size_t depth_max = 4;

// Those that were written under the page of this language. An answer to what is not there answers
// the article. They must outlive what this returns.
[[nodiscard]] std::vector<ThreadedComment> thread_of(const PublicArticle& article,
                                                     const std::string& language);

// The same in parts of at most `part_bytes` of text and names, or one comment: the first stands
// under the article, each other on a page of its own.
inline constexpr std::size_t part_bytes = 40'000;
[[nodiscard]] std::vector<std::vector<ThreadedComment>> parted(
    const std::vector<ThreadedComment>& thread);

// The section under an article, with the form where readers can send comments; "" if the article
// takes none.
[[nodiscard]] std::string comments_section(const PublicView& view, const PublicArticle& article,
                                           const draw::Voice& voice);
// The pages of the further parts: comments/SLUG/2.html …
[[nodiscard]] std::vector<Page> further_comments(const PublicArticle& article,
                                                 const draw::Voice& voice);

// How comments come onto the site, and how many were refused on which day: comments.html. Made
// where an article takes comments and readers can send them, or sent some.
[[nodiscard]] bool has_comments_page(const PublicView& view);
[[nodiscard]] Page comments_page(const PublicView& view, const draw::Voice& voice);

}  // namespace sanaq::pages
