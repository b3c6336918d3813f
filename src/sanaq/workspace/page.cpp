#include "sanaq/workspace/page.h"

#include "embedded/sanaq_workspace.h"
#include "sanaq/draw/markup.h"

namespace sanaq::workspace {
namespace {

std::string_view template_source(std::string_view name) {
  return embedded_file(std::string(name) + ".html");
}

}  // namespace

std::string piece(const Visit& visit, std::string_view name, const Data& data) {
  return draw::render_template(&template_source, name, visit.voice, data);
}

http::Response page(const Visit& visit, Bench& bench, const PageHead& head, std::string_view name,
                    const Data& data) {
  std::string body = piece(visit, name, data);
  if (visit.wants_piece()) return http::html(std::move(body), head.status);
  Data frame;
  frame.set("lang", visit.voice.language());
  frame.set("title", head.title);
  frame.set("body", body);
  frame.set("has_investigation", !bench.folder().empty());
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

}  // namespace sanaq::workspace
