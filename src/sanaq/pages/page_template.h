// The built-in templates (site/*.html): mustache, with [[sentences]] that are said in the page's
// language first.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/draw/spoken_templates.h"
#include "sanaq/draw/voice.h"

namespace sanaq::pages {

using Data = draw::TemplateData;

// `name` without its ending. {{x}} is escaped, {{{x}}} is markup that a drawing or another page
// made.
[[nodiscard]] std::string render(std::string_view name, const draw::Voice& voice, const Data& data);

// The [[sentences]] of a template, in order.
[[nodiscard]] std::vector<std::string> template_sentences(std::string_view name);

// Every template there is.
[[nodiscard]] std::vector<std::string> template_names();

// Sets a text, or false where it is empty: no section of the template shows it then, and none looks
// for the key further out.
void put_text(Data& data, const std::string& key, const std::string& text);

// A list of objects for {{#rows}}.
template <typename Items, typename Make>
[[nodiscard]] Data data_list(const Items& items, Make make) {
  Data out{Data::type::list};
  for (const auto& item : items) out.push_back(make(item));
  return out;
}

}  // namespace sanaq::pages
