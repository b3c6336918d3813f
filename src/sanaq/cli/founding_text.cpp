#include "sanaq/cli/founding_text.h"

#include "sanaq/base/shown.h"
#include "sanaq/cli/question.h"
#include "sanaq/ledger/codes.h"

namespace sanaq::cli {
namespace {

using base::message;

void say(Context& context, const base::Message& sentence) {
  context.note(context.catalog.say(sentence) + "\n");
}

}  // namespace

void say_founding(const ledger::Founding& founding, Context& context) {
  say(context, message("This investigation has an id from now on. Its code is {}. Whoever opens a "
                       "copy for the first time is shown a code too: compare them by telephone.",
                       ledger::id_code(founding.id)));
  say(context, message("Write this recovery code on paper, now, and keep it where you would keep a "
                       "key to the safe. It stands nowhere else and is never shown again. With it "
                       "you go on if your key is lost or stolen (sanaq key --recover); so can "
                       "whoever else has it."));
  std::string rows = ledger::recovery_code(founding.recovery_seed);
  for (char& letter : rows) {
    if (letter == ' ') letter = '\n';
  }
  context.note("\n" + rows + "\n\n");
}

void say_first_time(const ledger::Writer& writer, Context& context) {
  say(context, message("You write in this investigation for the first time. Its code is {}. Compare "
                       "it with a member by telephone: whoever can write into a folder can put another "
                       "investigation into it.",
                       ledger::id_code(writer.investigation_id())));
  say(context,
      message("Until a member takes you in, what you enter counts in your own copy alone. Your "
              "code, to be read to a member: {}",
              ledger::member_code(writer.id(), writer.investigation_id())));
}

void say_unvouched(const std::vector<ledger::Unvouched>& chains, Context& context) {
  for (const ledger::Unvouched& chain : chains) {
    const std::string name = chain.writer.substr(0, 8) +
                             (chain.name.empty() ? "" : " (" + base::shown(chain.name) + ")");
    const std::int64_t unsigned_count = chain.entries - chain.last_checkpoint;
    std::string line = context.catalog.say(
        message("{}: entries: {}, the last of {}", name, chain.entries, chain.last_day));
    if (unsigned_count > 0)
      line += "; " +
              (chain.last_checkpoint == 0
                   ? context.catalog.say("no checkpoint signs any of them")
                   : context.catalog.say(message("after its last checkpoint: {}", unsigned_count)));
    context.note("  " + line + "\n");
  }
}

bool ask_to_vouch(const std::vector<ledger::Unvouched>& chains, Context& context) {
  say(context,
      message("From now on each entry is signed. These chains were written before that, so anybody "
              "who could write into the folder may have added to them:"));
  say_unvouched(chains, context);
  if (!can_ask(context)) {
    say(context,
        message("They count once you vouch for them as they stand here: sanaq key --vouch"));
    return false;
  }
  return ask_yes(context, message("Do you vouch for them as they stand here?"));
}

}  // namespace sanaq::cli
