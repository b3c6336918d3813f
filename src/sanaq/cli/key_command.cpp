#include "sanaq/cli/key_command.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/cli/founding_text.h"
#include "sanaq/cli/key_show.h"
#include "sanaq/cli/known_writers.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/question.h"
#include "sanaq/ledger/codes.h"
#include "sanaq/ledger/key_acts.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/secrets.h"

namespace sanaq::cli {
namespace {

using base::message;
using ledger::KeyEvent;
using ledger::KeyEventKind;

struct Flags {
  std::string folder = ".";
  std::string member, name, voice, confirm, lost, revoke, lift, overrule, join, vouch_for;
  std::string of, continuation, reason, by, publisher;
  std::vector<std::string> keeps;
  std::int64_t last = -1;
  bool is_new = false, seals = false, recovers = false, begins_again = false, vouches = false;
  bool new_secret = false, redirects = false;
  bool is_agreed = false;
};

[[noreturn]] void refuse(const base::Message& what) { throw base::Error(base::Kind::usage, what); }

// --- entering an event ---

enum class Right { member, voice };

// Nothing would come of it: better said before than found out afterwards.
void expect_right(const std::string& writer, Right right, const KnownWriters& known) {
  const ledger::PersonStanding* person = known.standing().person_of(writer);
  if (person == nullptr)
    throw base::Error(base::Kind::conflict,
                      message("you are no member of this investigation, and nothing would come of "
                              "it; read your code to a member: {}",
                              known.code(writer)));
  if (right == Right::voice && person->voice != ledger::Voice::active)
    throw base::Error(base::Kind::conflict,
                      message("you have no voice in this investigation now, and nothing would come "
                              "of it; `sanaq key` shows who has one"));
}

// Opens the ledger, enters the event and says what came of it for `shown`.
void enter(const Flags& flags, KeyEvent event, Right right, const std::string& shown,
           Context& context) {
  {
    ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
    expect_right(writer.id(), right, KnownWriters(flags.folder));
    event.by = flags.by.empty() ? writer.key().name() : flags.by;
    event.reason = flags.reason;
    const ledger::Entry entry = ledger::enter_key_event(writer, std::move(event));
    context.print(context.catalog.say(message("entered as {}", short_place(entry))) + "\n");
  }
  if (!shown.empty()) show_outcome(KnownWriters(flags.folder), shown, context);
}

KeyEvent event_about(KeyEventKind kind, const std::string& key) {
  KeyEvent event;
  event.kind = kind;
  event.key = key;
  return event;
}

// --- members and voices ---

std::string voice_sentence(const KnownWriters& known, const std::string& writer,
                           const std::string& folder, const base::Catalog& catalog) {
  const ledger::PersonStanding* person = known.standing().person_of(writer);
  const std::string name = known.shown(writer);
  if (person == nullptr) return catalog.say(message("{} is no member yet", name));
  if (person->voice != ledger::Voice::none)
    return catalog.say(message("{} is a member and has a voice", name));
  return catalog.say(
      message("{} is a member. To have a voice in erasing and revoking, it needs "
              "another voice that was not taken in by you: sanaq key {} --voice {}",
              name, folder, writer.substr(0, 8)));
}

void take_in(const Flags& flags, Context& context) {
  const KnownWriters known(flags.folder);
  const std::string writer = known.find_by_code(flags.member);
  KeyEvent event = event_about(KeyEventKind::member, writer);
  event.began = known.began(writer);
  event.name = flags.name;
  enter(flags, std::move(event), Right::member, "", context);
  context.print(voice_sentence(KnownWriters(flags.folder), writer, flags.folder, context.catalog) +
                "\n");
}

void speak_for(const Flags& flags, KeyEventKind kind, const std::string& beginning,
               Context& context) {
  const KnownWriters known(flags.folder);
  const std::string writer = known.find(beginning);
  const ledger::PersonStanding* person = known.standing().person_of(writer);
  if (person == nullptr)
    throw base::Error(base::Kind::not_found,
                      message("{} is no member; take it in first, by its code: --member CODE",
                              known.shown(writer)));
  if (kind == KeyEventKind::confirmed && person->unconfirmed.empty())
    throw base::Error(base::Kind::conflict,
                      message("{}: there is nothing to confirm", known.shown(writer)));
  enter(flags, event_about(kind, writer), Right::voice, "", context);
  context.print(voice_sentence(KnownWriters(flags.folder), writer, flags.folder, context.catalog) +
                "\n");
}

// --- keys that are lost, stolen, replaced ---

std::vector<std::string> kept(const Flags& flags, const KnownWriters& known) {
  std::vector<std::string> writers;
  for (const std::string& beginning : flags.keeps) writers.push_back(known.find(beginning));
  return writers;
}

std::int64_t last_of(const Flags& flags, const std::string& writer, const KnownWriters& known) {
  const std::int64_t entries = known.standing().keys.at(writer).lines;
  if (flags.last > entries)
    refuse(message("--last {}: this writer has {} entries here", flags.last, entries));
  return flags.last < 0 ? entries : flags.last;
}

void give_up(const Flags& flags, KeyEventKind kind, const std::string& beginning,
             Context& context) {
  const KnownWriters known(flags.folder);
  const std::string key = known.find(beginning);
  if (ledger::find_key(flags.folder, {key}))
    refuse(
        message("{}: this is the key that you write with; first go on under a new one: sanaq "
                "key {} --new",
                beginning, flags.folder));
  KeyEvent event = event_about(kind, key);
  event.last_believed = last_of(flags, key, known);
  event.keeps = kept(flags, known);
  // The owner himself needs no voice.
  const auto own = ledger::own_writers({key});
  enter(flags, std::move(event), own.empty() ? Right::voice : Right::member, key, context);
}

void lift(const Flags& flags, Context& context) {
  const std::string key = KnownWriters(flags.folder).find(flags.lift);
  enter(flags, event_about(KeyEventKind::lifted, key), Right::voice, key, context);
}

void overrule(const Flags& flags, Context& context) {
  const ledger::EntryPlace place = ledger::find_entry(flags.folder, flags.overrule);
  KeyEvent event = event_about(KeyEventKind::overruled, "");
  event.entry = place;
  enter(flags, std::move(event), Right::voice, place.writer, context);
}

ledger::WriterOptions options_for_new_key(const Flags& flags, Context& context) {
  ledger::WriterOptions options = writer_options(flags.by, context);
  if (flags.seals && !options.passphrase) options.new_passphrase = ask_new_passphrase(context);
  return options;
}

void say_new_key(const ledger::Writer& writer, Context& context) {
  context.print(context.catalog.say(message("you write as {} from now on; the key is in {}",
                                            writer.id().substr(0, 8), ledger::keys_folder())) +
                "\n");
}

void renew(const Flags& flags, Context& context) {
  (void)open_ledger(flags.folder, flags.by, context);  // what is to be put right is, and said
  const ledger::Writer writer =
      ledger::replace_key(flags.folder, options_for_new_key(flags, context), flags.reason);
  say_new_key(writer, context);
  const ledger::PersonStanding* person =
      KnownWriters(flags.folder).standing().person_of(writer.id());
  if (person != nullptr && person->voice == ledger::Voice::resting)
    context.print(context.catalog.say(message(
                      "Your voice rests until another voice confirms this key: call somebody who "
                      "has one, and let him enter: sanaq key --confirm {}",
                      writer.id().substr(0, 8))) +
                  "\n");
}

// Of the keys of the person whose recovery key this is: the one on which its others rest.
std::string lost_key(const Flags& flags, const std::string& paper, const KnownWriters& known) {
  if (!flags.of.empty()) return known.find(flags.of);
  std::vector<std::string> candidates;
  for (const auto& [writer, key] : known.standing().keys) {
    const bool is_given_up = key.ended_by.has_value();
    if (!is_given_up && key.rests_on.empty() &&
        ledger::recovery_key_of(known.folder(), known.standing(), writer) == paper)
      candidates.push_back(writer);
  }
  if (candidates.empty())
    refuse(
        message("no key here belongs to this recovery code; it is that of another investigation "
                "or another person, or its keys were given up: name one with --of"));
  if (candidates.size() > 1)
    refuse(message("this person has several keys here; name the one that was lost with --of"));
  return candidates.front();
}

void recover(const Flags& flags, Context& context) {
  auto code = base::environment("SANAQ_RECOVERY");
  if (!code) code = ask_secret(context, message("The recovery code, from paper:"));
  if (!code)
    refuse(message("type the recovery code at the terminal, or put it into SANAQ_RECOVERY"));
  ledger::Recovery recovery;
  recovery.seed = ledger::parse_recovery_code(*code);
  const KnownWriters known(flags.folder);
  recovery.of = lost_key(flags, ledger::Signer(recovery.seed).writer(), known);
  recovery.last = last_of(flags, recovery.of, known);
  recovery.keeps = kept(flags, known);
  recovery.reason = flags.reason;
  ledger::WriterOptions options = options_for_new_key(flags, context);
  if (options.name.empty()) options.name = known.name(recovery.of);
  const ledger::Writer writer = ledger::recover_key(flags.folder, options, recovery);
  say_new_key(writer, context);
  show_outcome(KnownWriters(flags.folder), recovery.of, context);
}

// --- an investigation as a whole ---

void begin_again(const Flags& flags, Context& context) {
  const bool is_agreed =
      flags.is_agreed ||
      ask_yes(context, message("This founds the investigation anew, with you as its only member. "
                               "What counts now is vouched for as it stands; everybody who holds "
                               "the old code or a checkpoint sees it. Shall it begin again?"));
  if (!is_agreed)
    refuse(can_ask(context)
               ? message("nothing was done")
               : message("to begin again where nobody can be asked give --yes as well"));
  ledger::Writer writer = ledger::begin_again(flags.folder, options_for_new_key(flags, context));
  say_what_opening_did(writer, context);
  say_new_key(writer, context);
}

void join(const Flags& flags, Context& context) {
  const std::string id = KnownWriters(flags.folder).find_id_by_code(flags.join);
  ledger::join_investigation(flags.folder, writer_options(flags.by, context), id);
  context.print(context.catalog.say(message("the investigation {} is believed here from now on",
                                            ledger::id_code(id))) +
                "\n");
}

void vouch(const Flags& flags, Context& context) {
  bool has_asked = false, is_agreed = false;
  ledger::WriterOptions options = writer_options(flags.by, context);
  options.vouches_now = true;
  options.vouches = [&](const std::vector<ledger::Unvouched>& chains) -> std::optional<bool> {
    has_asked = true;
    if (!can_ask(context)) say_unvouched(chains, context);
    is_agreed = !can_ask(context) || ask_to_vouch(chains, context).value_or(false);
    return is_agreed;
  };
  ledger::Writer writer(flags.folder, std::move(options));
  say_what_opening_did(writer, context);
  const base::Message said = !has_asked
                                 ? message("there is no chain of format 1 that nobody vouches for")
                             : is_agreed ? message("you vouch for them")
                                         : message(
                                               "you vouch for no more of them than their "
                                               "writers signed");
  context.print(context.catalog.say(said) + "\n");
}

// For one chain, or for one continuation of a forked one.
void vouch_for(const Flags& flags, Context& context) {
  const KnownWriters known(flags.folder);
  const std::string writer = known.find(flags.vouch_for);
  const auto continuations = known.continuations(writer);
  std::vector<const ledger::ChainFacts*> chosen;
  for (const ledger::ChainFacts& chain : continuations) {
    const bool is_it = flags.continuation.empty() ? continuations.size() == 1
                       : flags.continuation == "main"
                           ? chain.fork.empty()
                           : !chain.fork.empty() && chain.fork.starts_with(flags.continuation);
    if (is_it) chosen.push_back(&chain);
  }
  if (chosen.size() != 1) {
    std::string names;
    for (const ledger::ChainFacts& chain : continuations)
      names += (names.empty() ? "" : ", ") +
               (chain.fork.empty() ? std::string("main") : chain.fork.substr(0, 8)) + " (" +
               std::to_string(chain.lines) + ")";
    refuse(message("{}: this chain goes on in several ways; name one with --continuation: {}",
                   known.shown(writer), names));
  }
  KeyEvent event = event_about(KeyEventKind::vouched, writer);
  event.last_believed = flags.last < 0 ? chosen.front()->lines : flags.last;
  const auto self = known.self_of(writer, chosen.front()->fork, event.last_believed);
  if (!self)
    refuse(message("--last {}: this writer has {} entries here", event.last_believed,
                   chosen.front()->lines));
  event.self = *self;
  enter(flags, std::move(event), Right::voice, writer, context);
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
  const ledger::Entry entry = writer.enter_secret(flags.redirects);
  context.print(context.catalog.say(
                    flags.redirects
                        ? message("entered as {}; with the next publishing every page has a new "
                                  "address, and the old ones lead there: whoever has the old "
                                  "secret can still tell who is behind them",
                                  short_place(entry))
                        : message("entered as {}; with the next publishing every page has a new "
                                  "address, and no old one leads anywhere",
                                  short_place(entry))) +
                "\n");
}

// Who publishes from now on: another member, or the same one on another computer.
void hand_over(const Flags& flags, Context& context) {
  const std::string publisher = KnownWriters(flags.folder).find_by_code(flags.publisher);
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  const KnownWriters known(flags.folder);
  expect_right(writer.id(), Right::member, known);
  if (known.standing().person_of(publisher) == nullptr)
    throw base::Error(base::Kind::not_found,
                      message("{} is no member; take it in first, by its code: --member CODE",
                              known.shown(publisher)));
  nlohmann::json body = {
      {"event", "publisher"}, {"investigation", writer.investigation_id()}, {"public", publisher}};
  const std::string by = flags.by.empty() ? writer.key().name() : flags.by;
  if (!by.empty()) body["by"] = by;
  if (!flags.reason.empty()) body["reason"] = flags.reason;
  const ledger::Entry entry = writer.append("key", body);
  context.print(context.catalog.say(message("entered as {}", short_place(entry))) + "\n");
  context.print(context.catalog.say(
                    message("{} publishes from now on; publication/ goes along, with the folder or "
                            "by sanaq merge",
                            known.shown(publisher))) +
                "\n");
}

// --- the command ---

void expect_investigation(const std::string& folder) {
  if (base::folder_exists(ledger::ledger_folder(folder)) ||
      base::file_exists(base::join(folder, "investigation.toml")))
    return;
  throw base::Error(
      base::Kind::not_found,
      message("{}: this is no investigation; make one with `sanaq new {}`", folder, folder));
}

int acts_in(const Flags& flags) {
  int acts = 0;
  for (const std::string* text :
       {&flags.member, &flags.voice, &flags.confirm, &flags.lost, &flags.revoke, &flags.lift,
        &flags.overrule, &flags.join, &flags.vouch_for, &flags.publisher})
    acts += text->empty() ? 0 : 1;
  for (const bool is_asked :
       {flags.is_new, flags.recovers, flags.begins_again, flags.vouches, flags.new_secret})
    acts += is_asked ? 1 : 0;
  return acts;
}

void expect_flags_together(const Flags& flags) {
  if (acts_in(flags) > 1) refuse(message("give one thing at a time; see sanaq key --help"));
  const bool gives_up = !flags.lost.empty() || !flags.revoke.empty() || flags.recovers;
  if (flags.last >= 0 && !gives_up && flags.vouch_for.empty())
    refuse(
        message("--last says up to which entry a writer is believed: give it with --lost, "
                "--revoke, --recover or --vouch-for"));
  if (!flags.keeps.empty() && !gives_up)
    refuse(message("--keeps names chains that go on: give it with --lost, --revoke or --recover"));
  if (!flags.name.empty() && flags.member.empty())
    refuse(message("--name is how a member is called: give it with --member"));
  if (!flags.of.empty() && !flags.recovers)
    refuse(message("--of names the key that was lost: give it with --recover"));
  if (!flags.continuation.empty() && flags.vouch_for.empty())
    refuse(message("--continuation chooses one of a forked chain: give it with --vouch-for"));
  if (flags.redirects && !flags.new_secret) refuse(message("--redirect belongs to --new-secret"));
  if (flags.seals && !flags.is_new && !flags.recovers && !flags.begins_again)
    refuse(message("--passphrase seals a new key: give it with --new, --recover or --begin-again"));
  if (!flags.member.empty() && flags.name.empty())
    refuse(message("--member needs --name beside it: how this member is to be called here"));
}

void key_command(const Flags& flags, Context& context) {
  expect_flags_together(flags);
  expect_investigation(flags.folder);
  if (!flags.member.empty()) return take_in(flags, context);
  if (!flags.voice.empty()) return speak_for(flags, KeyEventKind::voice, flags.voice, context);
  if (!flags.confirm.empty())
    return speak_for(flags, KeyEventKind::confirmed, flags.confirm, context);
  if (flags.is_new) return renew(flags, context);
  if (!flags.lost.empty()) return give_up(flags, KeyEventKind::lost, flags.lost, context);
  if (!flags.revoke.empty()) return give_up(flags, KeyEventKind::revoked, flags.revoke, context);
  if (!flags.lift.empty()) return lift(flags, context);
  if (!flags.overrule.empty()) return overrule(flags, context);
  if (flags.recovers) return recover(flags, context);
  if (flags.begins_again) return begin_again(flags, context);
  if (!flags.join.empty()) return join(flags, context);
  if (flags.vouches) return vouch(flags, context);
  if (flags.new_secret) return renew_secret(flags, context);
  if (!flags.vouch_for.empty()) return vouch_for(flags, context);
  if (!flags.publisher.empty()) return hand_over(flags, context);
  show_keys(flags.folder, context);
}

void add_member_flags(Arguments& command, Flags& flags, const base::Catalog& catalog) {
  command.option("--member", &flags.member,
                 catalog.say("Take somebody in: the code that he read to you over the "
                             "telephone, from his own `sanaq key`"));
  command.option("--name", &flags.name, catalog.say("With --member: how he is called here"));
  command.option("--voice", &flags.voice,
                 catalog.say("Give a member that another one took in a voice in erasing and "
                             "revoking"));
  command.option("--confirm", &flags.confirm,
                 catalog.say("Say that a new key is its owner's, who has told you so himself"));
}

void add_key_flags(Arguments& command, Flags& flags, const base::Catalog& catalog) {
  command.flag("--new", flags.is_new, catalog.say("Go on under a new key"));
  command.flag("--passphrase", flags.seals,
               catalog.say("Seal the new key by a passphrase, asked for at the terminal"));
  command.option("--lost", &flags.lost, catalog.say("The writer whose key nobody has any more"));
  command.option("--revoke", &flags.revoke,
                 catalog.say("The writer whose key may be in foreign hands"));
  command
      .option("--last", &flags.last,
              catalog.say("The last of that writer's entries that is believed; otherwise the "
                          "last one here"))
      .not_negative();
  command.option("--keeps", &flags.keeps,
                 catalog.say("A chain of the same person that goes on, though it was begun "
                             "with the key that is given up (may be repeated)"));
  command.option("--lift", &flags.lift, catalog.say("The writer who is to be believed again"));
  command.option("--overrule", &flags.overrule,
                 catalog.say("The entry by which somebody gave up or replaced his own key and "
                             "which is not his: WRITER:NUMBER"));
  command.flag("--recover", flags.recovers,
               catalog.say("Come back by the recovery code on paper, asked for at the terminal "
                           "(or in SANAQ_RECOVERY)"));
  command.option("--of", &flags.of, catalog.say("With --recover: the key that was lost"));
}

void add_whole_flags(Arguments& command, Flags& flags, const base::Catalog& catalog) {
  command.flag("--vouch", flags.vouches,
               catalog.say("Vouch for chains that were written before entries were signed"));
  command.option("--vouch-for", &flags.vouch_for,
                 catalog.say("Vouch for one writer's chain as it stands here"));
  command.option("--continuation", &flags.continuation,
                 catalog.say("With --vouch-for: which of a forked chain, main or its name"));
  command.option("--join", &flags.join,
                 catalog.say("Believe another investigation that was founded here, by its "
                             "code: two offices that began apart agree on one"));
  command.option("--publisher", &flags.publisher,
                 catalog.say("Hand the public log over: the code of the member who publishes from "
                             "now on, also your own where the key that signed is lost"));
  command.flag("--begin-again", flags.begins_again,
               catalog.say("Found the investigation anew where nobody with a voice is left"));
  command.flag("--yes", flags.is_agreed, catalog.say("With --begin-again: do not ask"));
  command.flag("--new-secret", flags.new_secret,
               catalog.say("Make all addresses of the site anew, as after a seizure: nothing "
                           "that was published leads to them"));
  command.flag("--redirect", flags.redirects,
               catalog.say("With --new-secret: let the addresses that were published lead to "
                           "the new ones"));
  command.reason(flags.reason);
  command.author(flags.by);
}

}  // namespace

void add_key(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "key",
      catalog.say("Show who may write in the ledger; take members in, go on under a new key, say "
                  "that one was lost or stolen"));
  command.folder(flags->folder);
  add_member_flags(command, *flags, catalog);
  add_key_flags(command, *flags, catalog);
  add_whole_flags(command, *flags, catalog);
  command.footer(catalog.say("Examples:") +
                 "\n  sanaq key my-count --member 7ZK0-QM3E-9V1T-0C5D-H8XA-4F --name \"Office B\""
                 "\n  sanaq key my-count --revoke 3f9a0c12 --last 40 --reason \"stolen\"");
  command.runs([flags, &context] { key_command(*flags, context); });
}

}  // namespace sanaq::cli
