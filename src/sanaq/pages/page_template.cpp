#include "sanaq/pages/page_template.h"

#include "embedded/sanaq_pages.h"
#include "sanaq/draw/spoken_templates.h"

namespace sanaq::pages {
namespace {

std::string_view source_of(std::string_view name) {
  return embedded_file(std::string(name) + ".html");
}

}  // namespace

std::string render(std::string_view name, const draw::Voice& voice, const Data& data) {
  return draw::render_template(&source_of, name, voice, data);
}

void put_text(Data& data, const std::string& key, const std::string& text) {
  if (text.empty()) {
    data.set(key, false);
  } else {
    data.set(key, text);
  }
}

std::vector<std::string> template_sentences(std::string_view name) {
  return draw::sentences_of_template(source_of(name));
}

std::vector<std::string> template_names() {
  return {"frame",          "number",        "overlap",       "register",
          "person",         "forward",       "letter",        "places",
          "place",          "search",        "sources",       "claims",
          "lists",          "method",        "data",          "verify",
          "evidence",       "page-end",      "about",         "article",
          "articlelist",    "corrections",   "newest",        "topic",
          "demands",        "methodpart",    "comments",      "comments-further",
          "comments-rules", "server-guard",  "server-thanks", "server-testify",
          "server-receipt", "server-return", "server-error",  "server-proxy"};
}

}  // namespace sanaq::pages
