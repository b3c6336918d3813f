#include "sanaq/draw/spoken_templates.h"

#include <map>
#include <tuple>

#include "sanaq/base/check.h"
#include "sanaq/draw/markup.h"

namespace sanaq::draw {
namespace {

// Calls take(text, is_sentence) for each stretch of the template.
template <typename Take>
void each_stretch(std::string_view source, Take take) {
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

Template spoken_template(std::string_view source, const Voice& voice) {
  std::string spoken;
  each_stretch(source, [&](std::string_view text, bool is_sentence) {
    spoken += is_sentence ? escape(voice.say(text)) : std::string(text);
  });
  Template page(spoken);
  base::check(page.is_valid(), "the template is valid mustache");
  page.set_custom_escape([](const std::string& text) { return escape(text); });
  return page;
}

// Each thread's own: a template is not const while it is rendered. To read one takes longer than
// most pages take to be written with it.
Template& known_template(TemplateSource source, std::string_view name, const Voice& voice) {
  thread_local std::map<std::tuple<TemplateSource, std::string, std::string>, Template> known;
  const std::tuple key(source, std::string(name), voice.language());
  auto found = known.find(key);
  if (found == known.end()) {
    const std::string_view text = source(name);
    base::check(!text.empty(), "the template is built in");
    found = known.emplace(key, spoken_template(text, voice)).first;
  }
  return found->second;
}

}  // namespace

std::string render_template(TemplateSource source, std::string_view name, const Voice& voice,
                            const TemplateData& data) {
  return known_template(source, name, voice).render(data);
}

std::vector<std::string> sentences_of_template(std::string_view source) {
  std::vector<std::string> sentences;
  each_stretch(source, [&](std::string_view text, bool is_sentence) {
    if (is_sentence) sentences.emplace_back(text);
  });
  return sentences;
}

}  // namespace sanaq::draw
