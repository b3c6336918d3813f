// What every page has around it: masthead, sections, languages, what it was made from. All links
// are relative.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/pages/page_template.h"
#include "sanaq/pages/public_view.h"

namespace sanaq::pages {

struct Page {
  std::string path;  // from the language's own root: "index.html", "person/ab12.html"
  // "number", "search", "register", "places", "case", "overlap", "claims", "lists" (all sources),
  // "method", "data", "verify", "about", "articles", "sections/SECTION".
  std::string section;
  std::string title;
  std::string body;                          // markup
  std::string end = {};                      // markup, behind the body (page_end.h)
  std::vector<std::size_t> statements = {};  // of the case file that it shows as facts
  // A sentence for cards that show a link to the page; of the site if it is empty. It names nobody.
  std::string description = {};
  bool has_script = false;  // the page takes scripts of the site's own
  // The page that stands for it in other languages, where it is not the one of the same path.
  std::string elsewhere = {};
  // Where forms of the page may lead, as a content policy has it; empty: nowhere.
  std::string form_action = {};
  // Of a page of the public server: what leads from its address to the site's root.
  std::string served_from = {};
  // Of the same: what leads from the site's root to it in another language, whose code follows;
  // empty: to the front page.
  std::string in_language = {};
};

// "" for the main language, "ru/" for others.
[[nodiscard]] std::string language_folder(const PublicView& view, std::string_view language);
// Whether there is anything to look for by name, and any place to look under.
[[nodiscard]] bool has_search(const PublicView& view);
[[nodiscard]] bool has_places(const PublicView& view);
// How many "../" lead from a path to the folder that it is relative to.
[[nodiscard]] std::string way_up(std::string_view path);

[[nodiscard]] std::string frame(const PublicView& view, const draw::Voice& voice, const Page& page);

}  // namespace sanaq::pages
