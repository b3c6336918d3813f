#include "sanaq/cli/ask_to_publish.h"

#include "sanaq/cli/question.h"

namespace sanaq::cli {

using base::message;

base::Message what_would_be_opened(const publish::Opening& opening) {
  return opening.is_first
             ? message(
                   "The site would be published for the first time, and facts about persons "
                   "that everybody can then read: {}.",
                   opening.facts)
             : message("Facts about persons that everybody could newly read: {}.", opening.facts);
}

publish::Approve approval(bool is_agreed, Context& context) {
  return [is_agreed, &context](const publish::Opening& opening) {
    if (is_agreed) return true;
    if (!can_ask(context)) return false;
    context.note(context.catalog.say(what_would_be_opened(opening)) + "\n");
    return ask_yes(context, message("What has been read by others cannot be taken back. "
                                    "`sanaq publish --dry-run` shows it all. Publish it?"));
  };
}

void add_yes(Arguments& command, bool& is_agreed, Context& context) {
  command.flag("--yes", is_agreed,
               context.catalog.say("Publish without being asked, also for the first time and many "
                                   "facts about persons at once"));
}

}  // namespace sanaq::cli
