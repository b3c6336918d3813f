#include "sanaq/workspace/page.h"

#include "embedded/sanaq_workspace.h"
#include "sanaq/base/catalog.h"
#include "sanaq/draw/markup.h"
#include "sanaq/draw/voice.h"
#include "sanaq/workspace/own_address.h"

namespace sanaq::workspace {
namespace {

std::string_view template_source(std::string_view name) {
  return embedded_file(std::string(name) + ".html");
}

// A value that a condition of the template asks for too.
void set_or_not(Data& data, const std::string& name, const std::string& value) {
  if (value.empty())
    data.set(name, false);
  else
    data.set(name, value);
}

Data languages(const Visit& visit) {
  Data list(Data::type::list);
  for (const std::string& language : base::Catalog::languages()) {
    Data one;
    one.set("code", language);
    one.set("name", std::string(draw::own_name(language)));
    one.set("is_here", language == visit.voice.language());
    list.push_back(one);
  }
  return list;
}

// What stands around every screen. Somebody who has not come in is told nothing of what is here.
Data frame_of(const Visit& visit, Bench& bench) {
  const std::string folder = visit.is_inside ? bench.folder() : "";
  Data frame;
  frame.set("lang", visit.voice.language());
  frame.set("languages", languages(visit));
  frame.set("back", visit.request.method == "POST" ? "/" : own_address(visit.request));
  frame.set("is_inside", visit.is_inside);
  frame.set("has_investigation", !folder.empty());
  frame.set("folder", folder);
  set_or_not(frame, "saved", visit.saved);
  if (visit.is_inside) {
    frame.set("csrf_leave", csrf_field(visit, "/leave"));
    frame.set("csrf_language", csrf_field(visit, "/language"));
  }
  return frame;
}

}  // namespace

std::string piece(const Visit& visit, std::string_view name, const Data& data) {
  return draw::render_template(&template_source, name, visit.voice, data);
}

http::Response page(const Visit& visit, Bench& bench, const PageHead& head, std::string_view name,
                    const Data& data) {
  std::string body = piece(visit, name, data);
  if (visit.wants_piece()) return http::html(std::move(body), head.status);
  Data frame = frame_of(visit, bench);
  frame.set("title", head.title);
  frame.set("body", body);
  if (head.help.empty())
    frame.set("help", false);
  else
    frame.set("help", "/help/" + head.help);
  return http::html(draw::render_template(&template_source, "frame", visit.voice, frame),
                    head.status);
}

std::string csrf_field(const Visit& visit, const std::string& route) {
  return R"(<input type="hidden" name="csrf" value=")" + draw::escape(visit.csrf(route)) + "\">";
}

bool has_right_csrf(const Visit& visit, const std::string& route, std::string_view given) {
  const std::string right = visit.csrf(route);
  if (right.empty() || right.size() != given.size()) return false;
  unsigned int differs = 0;  // looks at every letter, whichever differs
  for (std::size_t at = 0; at < right.size(); ++at)
    differs |= static_cast<unsigned char>(right[at]) ^ static_cast<unsigned char>(given[at]);
  return differs == 0;
}

}  // namespace sanaq::workspace
