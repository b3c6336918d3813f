#include "sanaq/cli/collect_command.h"

#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/question.h"
#include "sanaq/inbox/collect.h"
#include "sanaq/intake/spool.h"

namespace sanaq::cli {
namespace {

using base::message;

struct Flags {
  std::string folder, spool, by;
};

void say_what_came(const inbox::Collected& collected, const Flags& flags, Context& context) {
  const auto say = [&](const base::Message& sentence) {
    context.print(context.catalog.say(sentence) + "\n");
  };
  say(message("comments: {}, sealed for you: {}, known before: {}", collected.comments,
              collected.sealed, collected.known));
  if (collected.not_opened > 0)
    say(message("sealed to keys that are not here, left in the spool: {}", collected.not_opened));
  if (collected.not_envelopes > 0)
    say(message("places in the spool that hold nothing whole: {}", collected.not_envelopes));
  if (!collected.destroyed.empty())
    say(
        message("older secrets destroyed: {}; nothing that was sealed to them can be opened again "
                "from a copy of the spool",
                collected.destroyed.size()));
  if (collected.older_keys > 0)
    say(message("older secrets that stay until something comes under the newest key: {}",
                collected.older_keys));
  if (collected.kept_from_others > 0)
    say(
        message("in {}, collected.txt is new, and out/ is as it was: pieces and replies that only "
                "other members open: {}; let one of them collect too, so that new replies reach "
                "the witnesses",
                flags.spool, collected.kept_from_others));
  else
    say(
        message("in {}, out/ and collected.txt are new: bring both back to the server, which then "
                "deletes what you have",
                flags.spool));
  if (collected.comments > 0) say(message("moderate with:  sanaq comments {}", flags.folder));
}

// A wrong path is told before an investigation is founded for it.
void collect(const Flags& flags, Context& context) {
  intake::check_is_spool(flags.spool);
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  const ledger::AskPassphrase ask = passphrase_from(context);
  const inbox::KeepingKeys keeps = inbox::open_keeping_keys(flags.folder, ask);
  const std::vector<inbox::OpenIntakeKey> intake = inbox::open_intake_keys(flags.folder, ask);
  say_what_came(inbox::collect(writer, flags.spool, intake, keeps, context.progress), flags,
                context);
}

}  // namespace

void add_collect(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "collect", catalog.say("Take what readers and witnesses sent from the server's spool, or "
                             "from a copy of it"));
  command.option("DIR", &flags->folder, catalog.say("Folder of the investigation")).required();
  command.option("SPOOL", &flags->spool, catalog.say("The spool, or a copy of it")).required();
  command.author(flags->by);
  command.example({"sanaq collect my-count copy-of-the-spool"});
  command.runs([flags, &context] { collect(*flags, context); });
}

}  // namespace sanaq::cli
