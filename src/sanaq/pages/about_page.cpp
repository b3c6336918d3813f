#include "sanaq/pages/about_page.h"

#include "sanaq/pages/article_page.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/marked_html.h"
#include "sanaq/pages/run_facts.h"

namespace sanaq::pages {

Page about_page(const PublicView& view, const draw::Voice& voice) {
  const auto own = view.written.own_pages.find("about");
  const bool is_written = own != view.written.own_pages.end();
  const PublicText* text = is_written ? &text_in(own->second, voice.language()) : nullptr;
  const bool is_foreign = text != nullptr && text->language != voice.language();
  Data data;
  data.set("title", view.title);
  data.set("has_text", is_written);
  data.set("text",
           is_written ? marked_html(view, text->marked, "about.html", voice) : std::string());
  data.set("is_foreign", is_foreign);
  data.set("lang", text == nullptr ? std::string() : text->language);
  data.set("note", is_foreign ? not_translated(*text, voice) : std::string());
  data.set("has_about", !view.about.empty());
  data.set("about", view.about);
  data.set("has_day", !view.provenance.made_on.empty());
  data.set("date", view.provenance.made_on);
  data.set("day", words_of_day(view.provenance.made_on, voice));
  data.set("facts", program_facts(view, voice));
  return {"about.html", "about", voice.say("About this site"), render("about", voice, data)};
}

}  // namespace sanaq::pages
