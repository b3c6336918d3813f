#include "sanaq/cli/ledger_session.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/cli/founding_text.h"
#include "sanaq/cli/question.h"
#include "sanaq/desk/open_ledger.h"
#include "sanaq/investigation/enter_steps.h"
#include "sanaq/ledger/secrets.h"

namespace sanaq::cli {

namespace {

class Heard : public desk::Hears {
 public:
  explicit Heard(Context& context) : context_(context) {}
  void hear(const base::Message& sentence) override {
    context_.note(context_.catalog.say(sentence) + "\n");
  }
  void hear_founding(const ledger::Founding& founding) override {
    say_founding(founding, context_);
  }
  void hear_first_time(const ledger::Writer& writer) override { say_first_time(writer, context_); }

 private:
  Context& context_;
};

}  // namespace

ledger::Writer open_ledger(const std::string& folder, const std::string& by, Context& context) {
  Heard hears(context);
  return desk::open_ledger(folder, writer_options(by, context), hears, context.progress);
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
  Heard hears(context);
  desk::hear_what_opening_did(writer, hears);
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
  Heard hears(context);
  desk::clear_leftovers(folder, hears, context.progress);
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
