#include "sanaq/workspace/help_screen.h"

#include <algorithm>
#include <string>

#include "embedded/sanaq_workspace.h"
#include "sanaq/base/error.h"
#include "sanaq/workspace/page.h"

namespace sanaq::workspace {
namespace {

// The first line of each text is its heading.
std::string heading_of(std::string_view help) {
  constexpr std::string_view open = "<h1>", close = "</h1>";
  const std::size_t from = help.find(open), to = help.find(close);
  if (from == help.npos || to == help.npos) return "";
  return std::string(help.substr(from + open.size(), to - from - open.size()));
}

// Screens that another page speaks of.
std::string page_of_screen(const std::string& screen) {
  if (screen == "home" || screen == "copy") return "start";
  if (screen == "jobs") return "number";
  return screen;
}

std::string_view help_in(const Visit& visit, std::string_view name) {
  const std::string_view own = help_text(visit.voice.language(), name);
  return own.empty() ? help_text("en", name) : own;
}

}  // namespace

std::string_view help_text(std::string_view language, std::string_view page) {
  return embedded_file("help-" + std::string(language) + "-" + std::string(page) + ".html");
}

http::Response show_help(const Visit& visit, Bench& bench) {
  const auto name = visit.names.find("PAGE");
  const std::string wanted =
      name == visit.names.end() ? std::string(help_pages.front()) : page_of_screen(name->second);
  if (std::find(help_pages.begin(), help_pages.end(), wanted) == help_pages.end())
    throw base::Error(base::Kind::not_found, base::message("there is no such page of help"));
  Data data, others(Data::type::list);
  for (const std::string_view one : help_pages) {
    Data other;
    other.set("href", "/help/" + std::string(one));
    other.set("title", heading_of(help_in(visit, one)));
    other.set("is_this", one == wanted);
    others.push_back(other);
  }
  data.set("others", others);
  data.set("text", std::string(help_in(visit, wanted)));
  return page(visit, bench, {heading_of(help_in(visit, wanted))}, "help", data);
}

}  // namespace sanaq::workspace
