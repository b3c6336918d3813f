#include "sanaq/cli/founding_text.h"

#include "sanaq/cli/question.h"
#include "sanaq/desk/founding_words.h"

namespace sanaq::cli {
namespace {

using base::message;

void say(Context& context, const base::Message& sentence) {
  context.note(context.catalog.say(sentence) + "\n");
}

}  // namespace

void say_founding(const ledger::Founding& founding, Context& context) {
  for (const base::Message& sentence : desk::founding_sentences(founding)) say(context, sentence);
  context.note("\n" + desk::recovery_rows(founding) + "\n");
}

void say_first_time(const ledger::Writer& writer, Context& context) {
  for (const base::Message& sentence : desk::first_time_sentences(writer)) say(context, sentence);
}

void say_unvouched(const std::vector<ledger::Unvouched>& chains, Context& context) {
  for (const ledger::Unvouched& chain : chains)
    context.note(desk::unvouched_lines(chain, context.catalog));
}

std::optional<bool> ask_to_vouch(const std::vector<ledger::Unvouched>& chains, Context& context) {
  if (!can_ask(context)) {
    for (const ledger::Unvouched& chain : chains) {
      if (!chain.counts)  // for the first time
        context.note(desk::unvouched_lines(chain, context.catalog));
      say(context,
          message("{}: not signed, and nobody has vouched for it yet; it counts as before. "
                  "To see what stands in it, and to vouch for it: sanaq key --vouch",
                  chain.writer.substr(0, 8)));
    }
    return std::nullopt;
  }
  say(context, desk::vouching_sentence());
  say_unvouched(chains, context);
  return ask_yes(context, desk::vouching_question());
}

std::optional<bool> ask_for_own_end(const ledger::Unvouched& own, Context& context) {
  if (!can_ask(context)) return std::nullopt;
  say(context, desk::own_end_sentence());
  context.note(desk::unvouched_lines(own, context.catalog));
  return ask_yes(context, desk::own_end_question());
}

}  // namespace sanaq::cli
