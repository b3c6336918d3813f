#include "sanaq/publish/command_drawing.h"

#include <fmt/format.h>

#include <algorithm>

#include "sanaq/publish/markup.h"

namespace sanaq::publish {
namespace {

using base::message;

constexpr double width = 640, box_left = 8, line_height = 22, padding = 12, between = 34;

struct Box {
  std::string heading;
  std::vector<std::string> lines;
  bool is_empty = false;
  [[nodiscard]] double height() const {
    return 2 * padding + line_height * static_cast<double>(1 + lines.size());
  }
};

std::string name_of(const casefile::Things& things, const std::string& id) {
  const casefile::Organisation* found = things.organisation(id);
  return found == nullptr ? id : found->name;
}

std::string holder_line(const casefile::Holder& holder, const Voice& voice) {
  const casefile::Post& post = *holder.post;
  std::string text = std::string(casefile::name_without_mark(post.person.ref));
  if (!post.title.empty()) text += ", " + post.title;
  if (post.basis == "fact") text += voice.say(message(" (in fact)"));
  if (!holder.is_certain) text += voice.say(message(" (perhaps)"));
  return text;
}

Box box_of(const casefile::Rung& rung, const casefile::Things& things, const Voice& voice) {
  const bool is_closed = rung.organisation == closed_reference;
  Box box{is_closed ? voice.say("not public") : name_of(things, rung.organisation),
          {},
          rung.holders.empty()};
  for (const casefile::Holder& holder : rung.holders)
    box.lines.push_back(holder_line(holder, voice));
  if (box.is_empty) box.lines.push_back(voice.say("nobody on record"));
  return box;
}

std::string cut(const std::string& text, std::size_t characters_max) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
    if (++characters > characters_max) return text.substr(0, at) + "…";
  }
  return text;
}

std::string drawn(const Box& box, double top) {
  constexpr std::size_t characters_max = 72;
  std::string out = fmt::format(
      "<rect class=\"box{}\" x=\"{}\" y=\"{:.0f}\" width=\"{:.0f}\" height=\"{:.0f}\" rx=\"4\" "
      "fill=\"none\" stroke=\"currentColor\"{}/>",
      box.is_empty ? " empty" : "", box_left, top, width - 2 * box_left, box.height(),
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

std::string command_drawing(const casefile::CommandLine& line, const casefile::Things& things,
                            const Voice& voice) {
  std::vector<Box> boxes;
  for (auto rung = line.rungs.rbegin(); rung != line.rungs.rend(); ++rung)
    boxes.push_back(box_of(*rung, things, voice));
  double height = 8;
  for (const Box& box : boxes) height += box.height() + between;
  height -= between - 8;
  std::string description;
  for (const casefile::Rung& rung : line.rungs) {
    const Box box = box_of(rung, things, voice);
    description += isolated(box.heading) + ": ";
    for (const std::string& one : box.lines) description += isolated(one) + "; ";
  }
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing command\" viewBox=\"0 0 {:.0f} "
      "{:.0f}\" role=\"img\" font-family=\"sans-serif\" "
      "font-size=\"15\"><title>{}</title><desc>{}</desc>",
      width, height, escape(voice.say("The line of command, the unit at the bottom")),
      escape(description));
  double top = 8;
  for (std::size_t at = 0; at < boxes.size(); ++at) {
    out += drawn(boxes[at], top);
    top += boxes[at].height();
    if (at + 1 < boxes.size()) {
      // By a post's own word the line is whole; by the organisation's parent alone it is broken.
      const casefile::Rung& upper = line.rungs[line.rungs.size() - 1 - at];
      out += fmt::format(
          "<path class=\"join\" d=\"M{0:.0f} {1:.0f} V{2:.0f}\" stroke=\"currentColor\" "
          "stroke-width=\"2\" fill=\"none\"{3}/>",
          width / 2, top, top + between, upper.by_parent ? " stroke-dasharray=\"3 4\"" : "");
    }
    top += between;
  }
  return out + "</svg>\n";
}

}  // namespace sanaq::publish
