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
  say(context,
      message("You write in this investigation for the first time. Its code is {}. Compare "
              "it with a member by telephone: whoever can write into a folder can put another "
              "investigation into it.",
              ledger::id_code(writer.investigation_id())));
  say(context,
      message("Until a member takes you in, what you enter counts in your own copy alone. Your "
              "code, to be read to a member: {}",
              ledger::member_code(writer.id(), writer.investigation_id())));
}

namespace {

// "14  2026-11-29  statement  subject: event:1, property: dead, value: 12"
std::string entry_text(const ledger::ShownEntry& entry) {
  std::string text = std::to_string(entry.seq) + "  " + entry.day + "  " + base::shown(entry.kind);
  if (!entry.body.empty()) text += "  " + base::shown(entry.body);
  std::size_t end = 160;
  if (text.size() <= end) return text;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // within a letter
  return text.substr(0, end) + "…";
}

// Whose it is, and what stands in it that nobody signed.
void say_unvouched(const ledger::Unvouched& chain, Context& context) {
  const std::string name =
      chain.writer.substr(0, 8) + (chain.name.empty() ? "" : " (" + base::shown(chain.name) + ")");
  const std::int64_t unsigned_count = chain.entries - chain.last_checkpoint;
  std::string line = context.catalog.say(
      message("{}: entries: {}, the last of {}", name, chain.entries, chain.last_day));
  if (unsigned_count > 0)
    line += "; " +
            (chain.last_checkpoint == 0
                 ? context.catalog.say("no checkpoint signs any of them")
                 : context.catalog.say(message("after its last checkpoint: {}", unsigned_count)));
  context.note("  " + line + "\n");
  for (const ledger::ShownEntry& entry : chain.after)
    context.note("    " + entry_text(entry) + "\n");
  const std::int64_t more = unsigned_count - static_cast<std::int64_t>(chain.after.size());
  if (more > 0) context.note("    " + context.catalog.say(message("and {} more", more)) + "\n");
}

}  // namespace

void say_unvouched(const std::vector<ledger::Unvouched>& chains, Context& context) {
  for (const ledger::Unvouched& chain : chains) say_unvouched(chain, context);
}

std::optional<bool> ask_to_vouch(const std::vector<ledger::Unvouched>& chains, Context& context) {
  if (!can_ask(context)) {
    for (const ledger::Unvouched& chain : chains) {
      if (!chain.counts) say_unvouched(chain, context);  // for the first time
      say(context,
          message("{}: not signed, and nobody has vouched for it yet; it counts as before. "
                  "To see what stands in it, and to vouch for it: sanaq key --vouch",
                  chain.writer.substr(0, 8)));
    }
    return std::nullopt;
  }
  say(context,
      message("From now on each entry is signed. These chains were written before that, so anybody "
              "who could write into the folder may have added to them:"));
  say_unvouched(chains, context);
  return ask_yes(context, message("Do you vouch for them as they stand here?"));
}

std::optional<bool> ask_for_own_end(const ledger::Unvouched& own, Context& context) {
  if (!can_ask(context)) return std::nullopt;
  say(context,
      message("From now on each entry is signed. This is your own chain; what stands after "
              "its last checkpoint anybody who could write into the folder may have added:"));
  say_unvouched(own, context);
  return ask_yes(context, message("Did you write all that? (At a no it is moved aside.)"));
}

}  // namespace sanaq::cli
