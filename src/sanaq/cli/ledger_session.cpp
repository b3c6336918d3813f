#include "sanaq/cli/ledger_session.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/cli/founding_text.h"
#include "sanaq/cli/question.h"
#include "sanaq/investigation/enter_steps.h"
#include "sanaq/investigation/erase.h"
#include "sanaq/investigation/leftovers.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/ledger/secrets.h"
#include "sanaq/publish/publish.h"
#include "sanaq/publish/remove_words.h"
#include "sanaq/settings/config.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::cli {

namespace {

void say_each(const std::vector<base::Message>& sentences, Context& context) {
  for (const base::Message& sentence : sentences)
    context.note(context.catalog.say(sentence) + "\n");
}

// Of a command that was killed, and of other offices. A ledger that cannot be read is no reason not
// to write into it: verify says what is wrong.
std::vector<base::Message> erasures_carried_out(ledger::Writer& writer) {
  try {
    return investigation::carry_out_erasures(writer, publish::remove_words_from_site);
  } catch (const base::Error& error) {
    if (error.kind() != base::Kind::corrupt) throw;
    return {error.message()};
  }
}

// Of the site in its own place; one that stands elsewhere waits for the next publication there.
std::vector<base::Message> publications_finished(const std::string& folder, Context& context) {
  const std::string settings = base::join(folder, std::string(settings::settings_file));
  if (!base::file_exists(settings)) return {};
  try {
    const settings::Config config = settings::parse_config(base::read_file(settings), settings);
    return publish::finish_publication(publish::site_place(folder, config, ""), context.progress);
  } catch (const base::Error& error) {
    // What is wrong with the settings or the place is said by the command that needs them.
    if (error.kind() == base::Kind::io) throw;
    return {};
  }
}

}  // namespace

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
  options.wrote_own = [&context](const ledger::Unvouched& chain) {
    return ask_for_own_end(chain, context);
  };
  return options;
}

void say_what_opening_did(ledger::Writer& writer, Context& context) {
  say_each(writer.recovered(), context);
  say_each(erasures_carried_out(writer), context);
  if (writer.began_chain())
    context.note(context.catalog.say(base::message(
                     "your entries in this ledger are signed by a new key in {}; keep a copy of it",
                     ledger::keys_folder())) +
                 "\n");
  if (writer.founding()) say_founding(*writer.founding(), context);
  if (writer.believes_for_the_first_time()) say_first_time(writer, context);
  if (!ledger::has_secret(writer.investigation())) writer.enter_secret();
}

void enter_secret_if_none(const std::string& folder, Context& context) {
  if (!base::file_exists(base::join(folder, "investigation.toml"))) return;
  if (base::folder_exists(ledger::ledger_folder(folder)) && ledger::address_secret(folder)) return;
  try {
    ledger::Writer writer = open_ledger(folder, "", context);
    // One that nobody believes, of a stranger or behind a fork, makes no addresses.
    if (!ledger::address_secret(folder)) writer.enter_secret();
  } catch (const base::Error& error) {
    if (error.kind() == base::Kind::stopped) throw;
    context.note(context.catalog.say(base::message(
                     "the ledger has no secret to make addresses with, and none can be entered: {}",
                     context.catalog.say(error.message()))) +
                 "\n");
  }
}

void clear_leftovers(const std::string& folder, Context& context) {
  say_each(investigation::remove_leftovers(folder), context);
  say_each(publications_finished(folder, context), context);
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
