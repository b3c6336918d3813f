#include "sanaq/pages/frame.h"

#include <algorithm>

namespace sanaq::pages {
namespace {

using base::message;

Data sections(const PublicView& view, const draw::Voice& voice, const Page& page) {
  struct Section {
    std::string name, file;
    base::Message label;
    bool is_there;
  };
  const Section all[] = {
      {"number", "index.html", message("The number"), true},
      {"register", "register.html", message("The register"), view.has_register},
      {"case", "case.html", message("The case file"), !view.case_file.is_empty()},
      {"overlap", "overlap.html", message("Overlap of lists"), view.overlap.has_value()},
      {"claims", "claims.html", message("Claims"), !view.claims.empty()},
      {"lists", "lists.html", message("Lists"), !view.lists.empty()},
      {"method", "method.html", message("Method"), true},
      {"data", "data.html", message("Data"), true},
      {"verify", "verify.html", message("Check it"), true},
  };
  Data out{Data::type::list};
  for (const Section& section : all) {
    if (!section.is_there) continue;
    Data item;
    item.set("href", way_up(page.path) + section.file);
    item.set("label", voice.say(section.label));
    item.set("is_here", section.name == page.section);
    out.push_back(item);
  }
  return out;
}

Data languages(const PublicView& view, const draw::Voice& voice, const Page& page) {
  const std::string here = language_folder(view, voice.language()) + page.path;
  Data out{Data::type::list};
  for (const std::string& language : view.languages) {
    Data item;
    item.set("lang", language);
    item.set("name", std::string(draw::own_name(language)));
    item.set("href", way_up(here) + language_folder(view, language) + page.path);
    item.set("is_here", language == voice.language());
    out.push_back(item);
  }
  return out;
}

}  // namespace

std::string language_folder(const PublicView& view, std::string_view language) {
  return view.languages.front() == language ? std::string() : std::string(language) + "/";
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
  data.set("root", way_up(here));
  data.set("home", way_up(page.path) + "index.html");
  data.set("page_title", page.title);
  data.set("site_title", view.title);
  data.set("is_front", page.path == "index.html");
  data.set("invented", view.is_invented);
  data.set("sections", sections(view, voice, page));
  data.set("has_languages", view.languages.size() > 1);
  data.set("languages", languages(view, voice, page));
  data.set("method", way_up(page.path) + "method.html");
  data.set("version", view.provenance.version);
  data.set("made", voice.say(view.provenance.made_on.empty()
                                 ? message("Made with sanaq {}.", view.provenance.version)
                                 : message("Made on {} with sanaq {}.", view.provenance.made_on,
                                           view.provenance.version)));
  data.set("body", page.body);
  return render("frame", voice, data);
}

}  // namespace sanaq::pages
