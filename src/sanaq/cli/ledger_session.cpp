#include "sanaq/cli/ledger_session.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/cli/founding_text.h"
#include "sanaq/cli/question.h"
#include "sanaq/investigation/enter_steps.h"
#include "sanaq/investigation/leftovers.h"
#include "sanaq/investigation/own_places.h"

namespace sanaq::cli {

ledger::Writer open_ledger(const std::string& folder, const std::string& by, Context& context) {
  if (!base::file_exists(base::join(folder, "investigation.toml")) &&
      !base::folder_exists(ledger::ledger_folder(folder))) {
    throw base::Error(base::Kind::not_found,
                      base::message("{}: this is no investigation; make one with `sanaq new {}`",
                                    folder, folder));
  }
  investigation::expect_real_rooms(folder);
  clear_leftovers(folder, context);
  ledger::Writer writer(folder, writer_options(by, context));
  say_what_opening_did(writer, context);
  return writer;
}

ledger::WriterOptions writer_options(const std::string& by, Context& context) {
  ledger::WriterOptions options;
  options.name = by;
  options.passphrase = base::environment("SANAQ_PASSPHRASE");
  options.ask_passphrase = passphrase_from(context);
  options.vouches = [&context](const std::vector<ledger::Unvouched>& chains) {
    return ask_to_vouch(chains, context);
  };
  return options;
}

void say_what_opening_did(const ledger::Writer& writer, Context& context) {
  for (const base::Message& said : writer.recovered())
    context.note(context.catalog.say(said) + "\n");
  if (writer.began_chain())
    context.note(context.catalog.say(base::message(
                     "your entries in this ledger are signed by a new key in {}; keep a copy of it",
                     ledger::keys_folder())) +
                 "\n");
  if (writer.founding()) say_founding(*writer.founding(), context);
  if (writer.believes_for_the_first_time()) say_first_time(writer, context);
}

void clear_leftovers(const std::string& folder, Context& context) {
  for (const base::Message& said : investigation::remove_leftovers(folder))
    context.note(context.catalog.say(said) + "\n");
}

void enter_what_was_done(const investigation::Outcome& outcome, Context& context,
                         const ledger::Publication* publication) {
  const investigation::OpenLedger open = [&] { return open_ledger(outcome.folder, "", context); };
  try {
    if (publication != nullptr)
      investigation::enter_steps(outcome, *publication, open);
    else
      investigation::enter_steps(outcome, open);
  } catch (const base::Error& error) {
    if (error.kind() == base::Kind::stopped) throw;
    context.note(context.catalog.say(base::message(
                     "done, but not yet entered in the ledger: {}; the next command enters it",
                     context.catalog.say(error.message()))) +
                 "\n");
  }
}

std::string short_place(const ledger::Entry& entry) {
  return entry.writer.substr(0, 8) + ":" + std::to_string(entry.seq);
}

}  // namespace sanaq::cli
