#include "sanaq/pages/search_page.h"

namespace sanaq::pages {

Page search_page(const PublicView& view, const draw::Voice& voice) {
  const std::string root = way_up(language_folder(view, voice.language()));
  Data data;
  data.set("index", root + "search/");
  data.set("script", root + std::string(search_script));
  data.set("has_register", view.has_register);
  data.set("has_places", has_places(view));
  Page page{"search.html", "search", voice.say("Look for a name"), render("search", voice, data)};
  page.has_script = true;
  return page;
}

}  // namespace sanaq::pages
