// A screen in the frame of the workspace, from the templates in workspace/*.html.
#pragma once
#include <string>
#include <string_view>

#include "sanaq/draw/spoken_templates.h"
#include "sanaq/http/response.h"
#include "sanaq/workspace/bench.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

using Data = draw::TemplateData;

struct PageHead {
  std::string title;      // in the reader's language
  std::string help = {};  // the help page of this screen: "lists"; "" if it has none
  int status = 200;
};

// Returns the template `name` with `data`, in the frame: title, language, what was saved, undo,
// *Leave*, help. A visit that wants a piece gets the template alone.
[[nodiscard]] http::Response page(const Visit& visit, Bench& bench, const PageHead& head,
                                  std::string_view name, const Data& data);
// Returns the template alone.
[[nodiscard]] std::string piece(const Visit& visit, std::string_view name, const Data& data);
// Returns <input type=hidden name=csrf> for a form that posts to this route's pattern.
[[nodiscard]] std::string csrf_field(const Visit& visit, const std::string& route);

// Whether the secret field that came with a form is that of this session and route. For what reads
// its body itself; of every other POST the door has looked.
[[nodiscard]] bool has_right_csrf(const Visit& visit, const std::string& route,
                                  std::string_view given);

}  // namespace sanaq::workspace
