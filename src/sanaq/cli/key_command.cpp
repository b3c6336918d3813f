#include "sanaq/cli/key_command.h"

#include <map>

#include "sanaq/base/error.h"
#include "sanaq/base/system.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/secrets.h"

namespace sanaq::cli {
namespace {

using base::message;
using ledger::KeyEvent;
using ledger::KeyEventKind;

struct Flags {
  std::string folder = ".";
  std::string lost, revoke, reason, by;
  std::int64_t last = -1;
  bool is_new = false, new_secret = false, redirect = false;
};

std::string event_text(const KeyEvent& event, const base::Catalog& catalog) {
  const std::int64_t last = event.last_believed;
  if (event.kind == KeyEventKind::lost)
    return catalog.say(message("lost; believed up to entry {}", last));
  if (event.kind == KeyEventKind::revoked)
    return catalog.say(message("revoked; believed up to entry {}", last));
  return catalog.say(
      message("replaced by {}; believed up to entry {}", event.successor.substr(0, 8), last));
}

// One line a writer: whose, how many entries, whether the key is here, what became of it.
void show(const Flags& flags, Context& context) {
  base::Progress silent;
  const base::Catalog& catalog = context.catalog;
  const auto report = ledger::verify(flags.folder, {.checks_files = false, .against = {}}, silent);
  std::map<std::string, std::string> events;
  for (const KeyEvent& event : ledger::key_events(flags.folder))
    events[event.key] = event_text(event, catalog);
  for (const ledger::ChainState& chain : report.chains) {
    std::string line = catalog.say(
        message("{} ({}), entries: {}", chain.writer.substr(0, 8), chain.name, chain.entries));
    if (const auto key = ledger::find_key(flags.folder, {chain.writer})) {
      line += "; " + catalog.say(key->has_passphrase()
                                     ? message("your key, sealed by a passphrase, in {}",
                                               ledger::keys_folder())
                                     : message("your key, in {}", ledger::keys_folder()));
    }
    if (events.contains(chain.writer)) line += "; " + events.at(chain.writer);
    context.print(line + "\n");
  }
}

// The one writer whose name begins so, and how many entries it has here.
std::pair<std::string, std::int64_t> find_writer(const std::string& beginning,
                                                 const ledger::Writer& writer) {
  std::pair<std::string, std::int64_t> found;
  for (const auto& [name, head] : writer.heads()) {
    if (!name.starts_with(beginning)) continue;
    if (!found.first.empty())
      throw base::Error(
          base::Kind::usage,
          message("{}: several writers' names begin so; write more of it", beginning));
    found = {name, head.first};
  }
  if (found.first.empty())
    throw base::Error(base::Kind::not_found,
                      message("{}: no writer's name begins so; `sanaq key` shows them", beginning));
  return found;
}

void give_up(const Flags& flags, KeyEventKind kind, const std::string& beginning,
             Context& context) {
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  const auto [key, entries] = find_writer(beginning, writer);
  if (key == writer.id())
    throw base::Error(base::Kind::usage,
                      message("{}: this is the key that you write with; first go on under a new "
                              "one: sanaq key {} --new",
                              beginning, flags.folder));
  const std::int64_t last = flags.last < 0 ? entries : flags.last;
  if (last > entries)
    throw base::Error(base::Kind::usage,
                      message("--last {}: this writer has {} entries here", last, entries));
  const ledger::Entry entry =
      ledger::enter_key_event(writer, {kind,
                                       key,
                                       last,
                                       "",
                                       flags.by.empty() ? writer.key().name() : flags.by,
                                       flags.reason,
                                       "",
                                       {}});
  context.print(context.catalog.say(message("entered as {}", short_place(entry))) + "\n");
}

void renew(const Flags& flags, Context& context) {
  (void)open_ledger(flags.folder, flags.by, context);  // what is to be put right is, and said
  const ledger::Writer writer = ledger::replace_key(
      flags.folder,
      {.name = flags.by, .passphrase = base::environment("SANAQ_PASSPHRASE"), .now = {}},
      flags.reason);
  context.print(context.catalog.say(message("you write as {} from now on; the key is in {}",
                                            writer.id().substr(0, 8), ledger::keys_folder())) +
                "\n");
}

// The addresses begin anew: whoever has the old secret can make the old ones alone.
void renew_secret(const Flags& flags, Context& context) {
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  const auto founder = ledger::founder_keys(flags.folder);
  if (!founder.contains(writer.id()))
    context.note(context.catalog.say(
                     "the addresses are made under the founder's secret: this one of yours changes "
                     "nothing until the founder enters one too") +
                 "\n");
  const ledger::Entry entry = ledger::enter_secret(writer, flags.redirect);
  context.print(context.catalog.say(
                    flags.redirect
                        ? message("entered as {}; with the next publishing every page has a new "
                                  "address, and the old ones lead there: whoever has the old "
                                  "secret can still tell who is behind them",
                                  short_place(entry))
                        : message("entered as {}; with the next publishing every page has a new "
                                  "address, and no old one leads anywhere",
                                  short_place(entry))) +
                "\n");
}

void key_command(const Flags& flags, Context& context) {
  const int asked = (flags.is_new ? 1 : 0) + (flags.new_secret ? 1 : 0) +
                    (flags.lost.empty() ? 0 : 1) + (flags.revoke.empty() ? 0 : 1);
  if (asked > 1)
    throw base::Error(base::Kind::usage,
                      message("give one of --new, --new-secret, --lost and --revoke"));
  if (flags.redirect && !flags.new_secret)
    throw base::Error(base::Kind::usage, message("--redirect belongs to --new-secret"));
  if (flags.new_secret) return renew_secret(flags, context);
  if (flags.last >= 0 && flags.lost.empty() && flags.revoke.empty())
    throw base::Error(base::Kind::usage,
                      message("--last says up to which entry a writer is believed: give it with "
                              "--lost or --revoke"));
  if (flags.is_new) return renew(flags, context);
  if (!flags.lost.empty()) return give_up(flags, KeyEventKind::lost, flags.lost, context);
  if (!flags.revoke.empty()) return give_up(flags, KeyEventKind::revoked, flags.revoke, context);
  show(flags, context);
}

}  // namespace

void add_key(CLI::App& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  CLI::App* command = app.add_subcommand(
      "key",
      catalog.say("Show who writes in the ledger; go on under a new key, or say that one was "
                  "lost or is in foreign hands"));
  command->add_option("DIR", flags->folder,
                      catalog.say("The investigation; otherwise the folder in which you are"));
  command->add_flag("--new", flags->is_new, catalog.say("Go on under a new key"));
  command->add_flag("--new-secret", flags->new_secret,
                    catalog.say("Make all addresses of the site anew, as after a seizure: nothing "
                                "that was published leads to them"));
  command->add_flag("--redirect", flags->redirect,
                    catalog.say("With --new-secret: let the addresses that were published lead to "
                                "the new ones"));
  command->add_option("--lost", flags->lost,
                      catalog.say("The writer whose key nobody has any more"));
  command->add_option("--revoke", flags->revoke,
                      catalog.say("The writer whose key may be in foreign hands"));
  command
      ->add_option("--last", flags->last,
                   catalog.say("The last of that writer's entries that is believed; otherwise the "
                               "last one here"))
      ->check(CLI::NonNegativeNumber);
  command->add_option("--reason", flags->reason, catalog.say("Why"));
  command->add_option("--by", flags->by, catalog.say("Your name, for the ledger"));
  command->footer(catalog.say("Example:") +
                  "\n  sanaq key my-count --revoke 3f9a0c12 --last 40 --reason \"stolen\"");
  command->callback([flags, &context] { key_command(*flags, context); });
}

}  // namespace sanaq::cli
