#include "sanaq/cli/ledger_session.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/investigation/enter_steps.h"
#include "sanaq/investigation/leftovers.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/ledger/secrets.h"

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
  ledger::Writer writer(folder, {by, base::environment("SANAQ_PASSPHRASE"), {}});
  for (const base::Message& said : writer.recovered())
    context.note(context.catalog.say(said) + "\n");
  if (writer.began_chain())
    context.note(context.catalog.say(base::message(
                     "your entries in this ledger are signed by a new key in {}; keep a copy of it",
                     ledger::keys_folder())) +
                 "\n");
  if (!ledger::has_secret(folder)) ledger::enter_secret(writer);
  return writer;
}

void enter_secret_if_none(const std::string& folder, Context& context) {
  if (!base::file_exists(base::join(folder, "investigation.toml"))) return;
  if (base::folder_exists(ledger::ledger_folder(folder)) && ledger::address_secret(folder)) return;
  try {
    ledger::Writer writer = open_ledger(folder, "", context);
    // One that nobody believes, of a stranger or behind a fork, makes no addresses.
    if (!ledger::address_secret(folder)) ledger::enter_secret(writer);
  } catch (const base::Error& error) {
    if (error.kind() == base::Kind::stopped) throw;
    context.note(context.catalog.say(base::message(
                     "the ledger has no secret to make addresses with, and none can be entered: {}",
                     context.catalog.say(error.message()))) +
                 "\n");
  }
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
