#include "sanaq/cli/intake_key_command.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/question.h"
#include "sanaq/inbox/secret_store.h"
#include "sanaq/intake/envelope.h"
#include "sanaq/ledger/testimonies.h"

namespace sanaq::cli {
namespace {

using base::message;

struct Flags {
  std::string folder = ".";
  std::string by;
  bool renew = false;
};

void say(const base::Message& sentence, Context& context) {
  context.note(context.catalog.say(sentence) + "\n");
}

// Of the keys in force those whose secret is here.
std::vector<ledger::IntakeKey> own_keys(const std::string& folder) {
  std::vector<ledger::IntakeKey> keys = ledger::intake_keys(folder);
  std::erase_if(keys, [](const ledger::IntakeKey& key) {
    return !inbox::has_secret(inbox::SecretFor::intake, key.intake);
  });
  return keys;
}

// The one in SANAQ_PASSPHRASE, the one that was typed for the ledger, or a new one, typed twice.
std::string passphrase_for(Context& context) {
  const bool is_known =
      base::environment("SANAQ_PASSPHRASE") || (context.passphrase && !context.passphrase->empty());
  const auto known = is_known ? passphrase_from(context)() : std::nullopt;
  return known ? *known : ask_new_passphrase(context);
}

// The keeping key outlives renewals: what was collected stays readable.
std::string keeping_key(const std::vector<ledger::IntakeKey>& own, const std::string& passphrase) {
  for (const ledger::IntakeKey& key : own) {
    if (!inbox::has_secret(inbox::SecretFor::keeps, key.keeps)) continue;
    (void)inbox::open_secret(inbox::SecretFor::keeps, key.keeps, [&] { return passphrase; });
    return key.keeps;
  }
  const intake::KeyPair pair = intake::new_key_pair();
  inbox::store_secret(inbox::SecretFor::keeps, pair, passphrase);
  return intake::key_text(pair.public_half);
}

// Told before an investigation is founded or anything is entered.
void expect_key_to_renew(const Flags& flags) {
  const bool has_ledger = base::folder_exists(ledger::ledger_folder(flags.folder));
  const bool is_investigation =
      has_ledger || base::file_exists(base::join(flags.folder, "investigation.toml"));
  if (!flags.renew || !is_investigation || (has_ledger && !own_keys(flags.folder).empty())) return;
  throw base::Error(
      base::Kind::not_found,
      message("{}: no key of yours is here to renew: make one with `sanaq intake-key {}`; one that "
              "you made on another computer is renewed there",
              flags.folder, flags.folder));
}

void make_key(const Flags& flags, Context& context) {
  expect_key_to_renew(flags);
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  const std::vector<ledger::IntakeKey> own = own_keys(flags.folder);
  if (!own.empty() && !flags.renew) {
    context.print(own.front().intake + "\n");
    return say(message("this key is there already; --renew makes another"), context);
  }
  const std::string passphrase = passphrase_for(context);
  ledger::IntakeKey made;
  made.keeps = keeping_key(own, passphrase);
  const intake::KeyPair pair = intake::new_key_pair();
  inbox::store_secret(inbox::SecretFor::intake, pair, passphrase);
  made.intake = intake::key_text(pair.public_half);
  made.by = flags.by.empty() ? writer.key().name() : flags.by;
  std::vector<ledger::EntryPlace> out_of_force;
  for (const ledger::IntakeKey& key : own) out_of_force.push_back(key.place);
  ledger::enter_intake_key(writer, made, out_of_force);
  context.print(made.intake + "\n");
  say(message("The public half is entered; the next `sanaq publish` puts it into the site. The "
              "secret half lies in {} under your passphrase, and nowhere else: keep a copy of that "
              "folder. Who loses it or the passphrase can open nothing that came.",
              ledger::keys_folder()),
      context);
  if (!own.empty())
    say(message("The older secret stays until `sanaq collect` finds something that was sealed to "
                "the new key; then it is destroyed."),
        context);
}

}  // namespace

void add_intake_key(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "intake-key",
      catalog.say("Make the key to which the public server seals comments and testimony"));
  command.folder(flags->folder);
  command.flag(
      "--renew", flags->renew,
      catalog.say("Make a new one in the place of yours; what came before stays readable"));
  command.author(flags->by);
  command.example({"sanaq intake-key my-count"});
  command.runs([flags, &context] { make_key(*flags, context); });
}

}  // namespace sanaq::cli
