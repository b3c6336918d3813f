#include "sanaq/draw/command_drawing.h"

#include <fmt/format.h>

#include <algorithm>

#include "sanaq/draw/markup.h"

namespace sanaq::draw {
namespace {

constexpr double whole_width = 640, box_left = 8, line_height = 22, padding = 12, between = 34;

double height_of(const CommandBox& box) {
  return 2 * padding + line_height * static_cast<double>(1 + box.lines.size());
}

std::string cut(const std::string& text, std::size_t characters_max) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
    if (++characters > characters_max) return text.substr(0, at) + "…";
  }
  return text;
}

std::string drawn(const CommandBox& box, double top) {
  constexpr std::size_t characters_max = 72;
  std::string out = fmt::format(
      "<rect class=\"box{}\" x=\"{}\" y=\"{:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\" rx=\"4\" "
      "fill=\"none\" stroke=\"currentColor\"{}/>",
      box.is_empty ? " empty" : "", box_left, top, whole_width - 2 * box_left, height_of(box),
      box.is_empty ? " stroke-dasharray=\"5 4\"" : "");
  double y = top + padding + 15;
  out += fmt::format("<text x=\"{}\" y=\"{:.0f}\" font-weight=\"700\">{}</text>", box_left + 12, y,
                     escape(isolated(cut(box.heading, characters_max))));
  for (const std::string& line : box.lines) {
    y += line_height;
    out += fmt::format("<text x=\"{}\" y=\"{:.0f}\">{}</text>", box_left + 12, y,
                       escape(isolated(cut(line, characters_max))));
  }
  return out;
}

}  // namespace

std::string command_drawing(const std::vector<CommandBox>& boxes, const Voice& voice) {
  double height = 8;
  for (const CommandBox& box : boxes) height += height_of(box) + between;
  height -= between - 8;
  std::string description;
  for (auto box = boxes.rbegin(); box != boxes.rend(); ++box) {
    description += isolated(box->heading) + ": ";
    for (const std::string& one : box->lines) description += isolated(one) + "; ";
  }
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing command\" viewBox=\"0 0 {:.0f} "
      "{:.0f}\" role=\"img\" font-family=\"sans-serif\" "
      "font-size=\"15\"><title>{}</title><desc>{}</desc>",
      whole_width, height, escape(voice.say("The line of command, the unit at the bottom")),
      escape(description));
  double top = 8;
  for (std::size_t at = 0; at < boxes.size(); ++at) {
    out += drawn(boxes[at], top);
    top += height_of(boxes[at]);
    if (at + 1 < boxes.size()) {
      // By a post's own word the line is whole; by the organisation's parent alone it is broken.
      out += fmt::format(
          "<path class=\"join\" d=\"M{0:.0f} {1:.0f} V{2:.0f}\" stroke=\"currentColor\" "
          "stroke-width=\"2\" fill=\"none\"{3}/>",
          whole_width / 2, top, top + between,
          boxes[at].is_loosely_joined ? " stroke-dasharray=\"3 4\"" : "");
    }
    top += between;
  }
  return out + "</svg>\n";
}

}  // namespace sanaq::draw
