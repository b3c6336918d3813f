#include "sanaq/pages/page_template.h"

#include <map>
#include <utility>

#include "embedded/sanaq_pages.h"
#include "sanaq/base/check.h"
#include "sanaq/draw/markup.h"

namespace sanaq::pages {
namespace {

std::string_view source_of(std::string_view name) {
  const std::string_view source = embedded_file(std::string(name) + ".html");
  base::check(!source.empty(), "the template is built in");
  return source;
}

// Calls take(text, is_sentence) for each stretch of the template.
template <typename Take>
void walk(std::string_view source, Take take) {
  while (true) {
    const std::size_t open = source.find("[[");
    take(source.substr(0, open), false);
    if (open == source.npos) return;
    const std::size_t close = source.find("]]", open);
    base::check(close != source.npos, "every [[ of a template is closed");
    take(source.substr(open + 2, close - open - 2), true);
    source.remove_prefix(close + 2);
  }
}

using Template = kainjow::mustache::mustache;

Template spoken_template(std::string_view name, const draw::Voice& voice) {
  std::string spoken;
  walk(source_of(name), [&](std::string_view text, bool is_sentence) {
    spoken += is_sentence ? draw::escape(voice.say(text)) : std::string(text);
  });
  Template page(spoken);
  base::check(page.is_valid(), "the template is valid mustache");
  page.set_custom_escape([](const std::string& text) { return draw::escape(text); });
  return page;
}

// Each thread's own: a template is not const while it is rendered. To read one takes longer than
// most pages take to be written with it.
Template& known_template(std::string_view name, const draw::Voice& voice) {
  thread_local std::map<std::pair<std::string, std::string>, Template> known;
  const std::pair key(std::string(name), voice.language());
  auto found = known.find(key);
  if (found == known.end()) found = known.emplace(key, spoken_template(name, voice)).first;
  return found->second;
}

}  // namespace

std::string render(std::string_view name, const draw::Voice& voice, const Data& data) {
  return known_template(name, voice).render(data);
}

void put_text(Data& data, const std::string& key, const std::string& text) {
  if (text.empty()) {
    data.set(key, false);
  } else {
    data.set(key, text);
  }
}

std::vector<std::string> template_sentences(std::string_view name) {
  std::vector<std::string> sentences;
  walk(source_of(name), [&](std::string_view text, bool is_sentence) {
    if (is_sentence) sentences.emplace_back(text);
  });
  return sentences;
}

std::vector<std::string> template_names() {
  return {"frame",       "number", "overlap",  "register", "person",    "forward", "letter",
          "places",      "place",  "search",   "sources",  "claims",    "lists",   "method",
          "data",        "verify", "evidence", "page-end", "about",     "article", "articlelist",
          "corrections", "newest", "topic",    "demands",  "methodpart"};
}

}  // namespace sanaq::pages
