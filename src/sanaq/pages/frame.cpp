#include "sanaq/pages/frame.h"

#include <algorithm>

#include "sanaq/pages/topic_label.h"
#include "sanaq/text/writing.h"

namespace sanaq::pages {
namespace {

using base::message;

bool has_sources(const PublicView& view) {
  return !view.lists.empty() || !view.case_file.is_empty();
}

// What leads from a page to the site's root, and to the root of its language.
std::string to_root(const PublicView& view, const draw::Voice& voice, const Page& page) {
  return !page.served_from.empty() ? page.served_from
                                   : way_up(language_folder(view, voice.language()) + page.path);
}
std::string to_own_root(const PublicView& view, const draw::Voice& voice, const Page& page) {
  return !page.served_from.empty() ? page.served_from + language_folder(view, voice.language())
                                   : way_up(page.path);
}

struct SectionLink {
  std::string name, file, label;
  bool is_there = true;
  std::string language = {};  // of the label, where it is not the page's
};

Data item_of(const SectionLink& section, const std::string& own_root, const Page& page) {
  Data item;
  item.set("href", own_root + section.file);
  item.set("label", section.label);
  item.set("is_here", section.name == page.section);
  item.set("is_foreign", !section.language.empty());
  item.set("lang", section.language);
  return item;
}

// The sections of the articles, as the investigators called them.
std::vector<SectionLink> own_sections(const PublicView& view, const draw::Voice& voice) {
  std::vector<SectionLink> all;
  for (const PublicTopic& topic : view.written.sections) {
    const std::string name = "sections/" + topic.slug;
    const auto [label, language] = topic_label(view, topic, voice.language());
    all.push_back({name, name + ".html", label, true,
                   language == voice.language() ? std::string() : language});
  }
  return all;
}

Data sections(const PublicView& view, const draw::Voice& voice, const Page& page) {
  const auto say = [&](const char* label) { return voice.say(std::string_view(label)); };
  std::vector<SectionLink> all = {
      {"number", "index.html", say("The number")},
      {"articles", "articles.html", say("Articles"), !view.written.articles.empty()}};
  for (SectionLink& own : own_sections(view, voice)) all.push_back(std::move(own));
  const SectionLink others[] = {
      {"search", "search.html", say("Search"), has_search(view)},
      {"register", "register.html", say("The register"), view.has_register},
      {"places", "places/index.html", say("Places"), has_places(view)},
      {"case", "case.html", say("The case file"), !view.case_file.is_empty()},
      {"overlap", "overlap.html", say("Overlap of lists"), view.overlap.has_value()},
      {"claims", "claims.html", say("Claims"), !view.claims.empty()},
      {"lists", "sources.html", say("Sources"), has_sources(view)},
      {"method", "method.html", say("Method")},
      {"data", "data.html", say("Data")},
      {"verify", "verify.html", say("Check it")},
      {"about", "about.html", say("About")},
  };
  all.insert(all.end(), std::begin(others), std::end(others));
  Data out{Data::type::list};
  for (const SectionLink& section : all) {
    if (section.is_there) out.push_back(item_of(section, to_own_root(view, voice, page), page));
  }
  return out;
}

std::string path_in(const std::string& language, const Page& page, const draw::Voice& voice) {
  return page.elsewhere.empty() || language == voice.language() ? page.path : page.elsewhere;
}

// Where other copies of a page are: at the address of the publisher's choice, or beside this one.
std::string alternate(const PublicView& view, const std::string& language, const Page& page,
                      const std::string& here, const draw::Voice& voice) {
  const std::string root = view.url.empty() ? way_up(here) : view.url;
  return root + language_folder(view, language) + path_in(language, page, voice);
}

// From the site's root.
std::string in_language(const PublicView& view, const std::string& language, const Page& page,
                        const draw::Voice& voice) {
  const std::string folder = language_folder(view, language);
  if (page.served_from.empty()) return folder + path_in(language, page, voice);
  return page.in_language.empty() ? folder + "index.html" : page.in_language + language;
}

Data languages(const PublicView& view, const draw::Voice& voice, const Page& page) {
  const std::string here = language_folder(view, voice.language()) + page.path;
  Data out{Data::type::list};
  for (const std::string& language : view.languages) {
    Data item;
    item.set("lang", language);
    item.set("name", std::string(draw::own_name(language)));
    item.set("href", to_root(view, voice, page) + in_language(view, language, page, voice));
    item.set("alternate", alternate(view, language, page, here, voice));
    item.set("is_here", language == voice.language());
    out.push_back(item);
  }
  return out;
}

// Whether a text stands on the page in the language in which the investigation wrote it, since
// nobody has translated it.
bool has_untranslated(const PublicView& view, const draw::Voice& voice, const Page& page) {
  const std::string& main = view.languages.front();
  return voice.language() != main && page.body.find(" lang=\"" + main + "\"") != std::string::npos;
}

// A link and no form: whoever mirrors the site could change a form.
void add_way_to_testify(const PublicView& view, const std::string& root, const draw::Voice& voice,
                        Data& data) {
  const PublicIntake& intake = view.written.intake;
  put_text(data, "testify",
           intake.is_open ? intake.way(root) + "testify?lang=" + voice.language() : std::string());
  put_text(data, "onion", intake.onion.empty() ? intake.onion : intake.onion + "/testify");
}

}  // namespace

std::string language_folder(const PublicView& view, std::string_view language) {
  return view.languages.front() == language ? std::string() : std::string(language) + "/";
}

bool has_search(const PublicView& view) {
  return view.has_register || !view.case_file.entities.events.empty() ||
         !view.case_file.entities.organisations.empty();
}

bool has_places(const PublicView& view) {
  const bool has_column =
      std::any_of(view.columns.begin(), view.columns.end(), [](const PublicColumn& column) {
        return column.field == record::Field::place || column.field == record::Field::place_town ||
               column.field == record::Field::place_region ||
               column.field == record::Field::place_country;
      });
  if (view.has_register && has_column) return true;
  const auto has_place = [](const auto& thing) { return !thing.place.empty(); };
  const casefile::Entities& known = view.case_file.entities;
  return std::any_of(known.events.begin(), known.events.end(), has_place) ||
         std::any_of(known.acts.begin(), known.acts.end(), has_place);
}

std::string way_up(std::string_view path) {
  std::string up;
  for (auto depth = std::count(path.begin(), path.end(), '/'); depth > 0; --depth) up += "../";
  return up;
}

std::string frame(const PublicView& view, const draw::Voice& voice, const Page& page) {
  const std::string here = language_folder(view, voice.language()) + page.path;
  Data data;
  data.set("lang", voice.language());
  data.set("is_from_right", text::is_written_from_right(voice.language()));
  data.set("has_script", page.has_script);
  data.set("description", !page.description.empty() ? page.description
                          : view.about.empty()      ? voice.own(view.title)
                                                    : voice.own(view.about));
  put_text(data, "address", view.url.empty() ? std::string() : view.url + here);
  const std::string own_root = to_own_root(view, voice, page);
  data.set("root", to_root(view, voice, page));
  data.set("home", own_root + "index.html");
  data.set("form_action", page.form_action.empty() ? "'none'" : page.form_action);
  add_way_to_testify(view, to_root(view, voice, page), voice, data);
  data.set("page_title", page.title);
  data.set("site_title", voice.own(view.title));
  put_text(data, "site_title_lang", voice.other_language_of(view.title));
  data.set("has_untranslated", has_untranslated(view, voice, page));
  data.set("is_front", page.path == "index.html");
  data.set("invented", view.is_invented);
  data.set("sections", sections(view, voice, page));
  data.set("has_languages", view.languages.size() > 1);
  data.set("has_alternates", view.languages.size() > 1 && page.served_from.empty());
  data.set("languages", languages(view, voice, page));
  data.set("method", own_root + "method.html");
  data.set("version", view.provenance.version);
  data.set("about", own_root + "about.html");
  data.set("has_feed", !view.written.articles.empty());
  data.set("feed", own_root + "feed.xml");
  data.set("made", voice.say(message("Made with sanaq {}.", view.provenance.version)));
  data.set("body", page.body);
  data.set("end", page.end);
  return render("frame", voice, data);
}

}  // namespace sanaq::pages
