#include "sanaq/pages/command_boxes.h"

#include "sanaq/pages/public_case.h"

namespace sanaq::pages {
namespace {

using base::message;

std::string name_of(const casefile::Entities& entities, const std::string& id) {
  const casefile::Organisation* found = entities.organisation(id);
  return found == nullptr ? id : found->name;
}

std::string holder_line(const casefile::Holder& holder, const draw::Voice& voice) {
  const casefile::Post& post = *holder.post;
  std::string text = std::string(casefile::name_without_mark(post.person.ref));
  if (!post.title.empty()) text += ", " + post.title;
  if (post.basis == "fact") text += voice.say(message(" (in fact)"));
  if (!holder.is_certain) text += voice.say(message(" (perhaps)"));
  return text;
}

draw::CommandBox box_of(const casefile::Rung& rung, const casefile::Entities& entities,
                        const draw::Voice& voice) {
  const bool is_closed = rung.organisation == closed_reference;
  draw::CommandBox box{is_closed ? voice.say("not public") : name_of(entities, rung.organisation),
                       {},
                       rung.holders.empty(),
                       rung.by_parent};
  for (const casefile::Holder& holder : rung.holders)
    box.lines.push_back(holder_line(holder, voice));
  if (box.is_empty) box.lines.push_back(voice.say("nobody on record"));
  return box;
}

}  // namespace

std::vector<draw::CommandBox> command_boxes(const casefile::CommandLine& line,
                                            const casefile::Entities& entities,
                                            const draw::Voice& voice) {
  std::vector<draw::CommandBox> boxes;
  for (auto rung = line.rungs.rbegin(); rung != line.rungs.rend(); ++rung)
    boxes.push_back(box_of(*rung, entities, voice));
  return boxes;
}

}  // namespace sanaq::pages
