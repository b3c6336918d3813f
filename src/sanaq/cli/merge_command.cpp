#include "sanaq/cli/merge_command.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/shown.h"
#include "sanaq/cli/known_writers.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/question.h"
#include "sanaq/investigation/erase.h"
#include "sanaq/investigation/forget.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/publish/kept_facts.h"
#include "sanaq/publish/kept_log.h"
#include "sanaq/publish/remove_words.h"

namespace sanaq::cli {
namespace {

using base::message;

struct Flags {
  std::string other;
  std::string folder = ".";
  std::int64_t erasures = -1;
  bool dry_run = false, with_strangers = false, with_forks = false;
};

// More bodies than this are not destroyed at one word.
constexpr std::size_t erasures_without_asking = 10;

void say(Context& context, const base::Message& sentence) {
  context.print(context.catalog.say(sentence) + "\n");
}

[[noreturn]] void change_nothing(const base::Message& why) {
  throw base::Error(base::Kind::conflict, why);
}

// --- strangers ---

// Without their codes: those are heard over the telephone, and never copied from a screen.
void show_strangers(const std::vector<ledger::Stranger>& strangers, Context& context) {
  say(context, message("Not members of this investigation, and new here:"));
  for (const ledger::Stranger& stranger : strangers) {
    const std::string name = stranger.writer.substr(0, 8) +
                             (stranger.name.empty() ? "" : " (" + base::shown(stranger.name) + ")");
    say(context, message("  {}: entries: {}", name, stranger.entries));
  }
}

bool takes_strangers(const Flags& flags, const ledger::MergeReport& preview, Context& context) {
  if (preview.strangers.empty()) return flags.with_strangers;
  show_strangers(preview.strangers, context);
  if (flags.with_strangers || flags.dry_run) return flags.with_strangers;
  if (ask_yes(context,
              message("Shall their chains be copied too? They count for nothing until a member "
                      "takes their writers in.")))
    return true;
  say(context,
      message("they were left out; to copy them too, give --with-strangers, and then take in whom "
              "you know by the code that he reads to you over the telephone: sanaq key {} "
              "--member CODE --name NAME",
              flags.folder));
  return false;
}

// --- what cannot be taken back ---

void show_removed(const std::vector<ledger::EntryPlace>& removed, Context& context) {
  if (removed.empty()) return;
  say(context,
      message("What these entries said is destroyed, as their erasures ask: {}", removed.size()));
  for (const ledger::EntryPlace& place : removed)
    context.print("  " + place.writer.substr(0, 8) + ":" + std::to_string(place.seq) + "\n");
}

void expect_agreement_to_erase(const Flags& flags, const ledger::MergeReport& preview,
                               Context& context) {
  const auto count = static_cast<std::int64_t>(preview.removed.size());
  if (preview.removed.size() <= erasures_without_asking || flags.erasures == count) return;
  if (!can_ask(context))
    change_nothing(
        message("{} entries would be destroyed, and nothing was changed; if that is "
                "right, give --erasures {}",
                count, count));
  if (!ask_number(context, message("That cannot be taken back. Type their number to destroy them:"),
                  count))
    change_nothing(message("nothing was changed"));
}

// Whoever has somebody's key can make a fork of his chain from long ago, and so undo whom he took
// in.
void expect_agreement_to_forks(const Flags& flags, const ledger::MergeReport& preview,
                               Context& context) {
  const bool has_fork =
      std::any_of(preview.chains.begin(), preview.chains.end(),
                  [](const ledger::MergedChain& chain) { return chain.fork_seq > 0; });
  if (!has_fork || preview.fallen.empty() || flags.with_forks) return;
  const KnownWriters here(flags.folder);
  std::string names;
  for (const std::string& person : preview.fallen)
    names += (names.empty() ? "" : ", ") + here.person_name(person);
  say(context, message("The other ledger has another continuation of a chain. With it these are no "
                       "members any more, or have no voice: {}",
                       names));
  if (!can_ask(context))
    change_nothing(
        message("nothing was changed; call whoever wrote that chain. To merge all the "
                "same, give --with-forks"));
  if (!ask_yes(context, message("Have you called whoever wrote that chain, and shall it be merged "
                                "all the same?")))
    change_nothing(message("nothing was changed"));
}

// --- the report ---

void show(const Flags& flags, const ledger::MergeReport& report, Context& context) {
  for (const base::Message& said : report.said) context.note(context.catalog.say(said) + "\n");
  for (const ledger::MergedChain& chain : report.chains) {
    say(context,
        message("chain {}: new entries {}, new bodies {}, erased {}", chain.writer.substr(0, 8),
                chain.new_entries, chain.new_bodies, chain.erased_bodies));
    if (chain.fork_seq > 0)
      say(context,
          message("a fork: this writer's chain goes on in two ways from entry {}", chain.fork_seq));
  }
  say(context, message("new files of documents and lists: {}", report.new_files.size()));
  if (report.changes_nothing()) say(context, message("there is nothing new in the other ledger"));
  if (flags.dry_run) say(context, message("nothing was changed: this was a preview"));
}

// What the other office asked to erase leaves our pages now and not with the next publishing.
void withhold_newly_sealed(const Flags& flags, const std::set<ledger::EntryPlace>& before,
                           Context& context) {
  const std::set<ledger::EntryPlace> sealed = investigation::sealed_places(flags.folder);
  if (std::includes(before.begin(), before.end(), sealed.begin(), sealed.end())) return;
  try {
    ledger::Writer writer = open_ledger(flags.folder, "", context);
    for (const base::Message& said :
         investigation::withhold_sealed(writer, before, publish::remove_words_from_site))
      context.note(context.catalog.say(said) + "\n");
  } catch (const base::Error& error) {
    if (error.kind() == base::Kind::stopped) throw;
    context.note(context.catalog.say(message("what others asked to erase may still stand on the "
                                             "site until `sanaq publish`: {}",
                                             context.catalog.say(error.message()))) +
                 "\n");
  }
}

// The bodies that the merge destroys are ours as well: so are the files, pages and lines that hold
// what they said.
std::vector<ledger::Entry> about_to_go(const Flags& flags, const ledger::MergeReport& report) {
  return ledger::entries_with_bodies(flags.folder, {report.removed.begin(), report.removed.end()});
}

void forget_destroyed(const Flags& flags, const std::vector<ledger::Entry>& entries,
                      Context& context) {
  if (entries.empty()) return;
  try {
    ledger::Writer writer = open_ledger(flags.folder, "", context);
    for (const base::Message& said :
         investigation::forget(writer, entries, publish::remove_words_from_site))
      context.note(context.catalog.say(said) + "\n");
  } catch (const base::Error& error) {
    if (error.kind() == base::Kind::stopped) throw;
    context.note(context.catalog.say(message("files and pages here may still hold what was "
                                             "erased; look for them and remove them: {}",
                                             context.catalog.say(error.message()))) +
                 "\n");
  }
}

void merge(const Flags& flags, Context& context) {
  if (!flags.dry_run) clear_leftovers(flags.folder, context);
  ledger::MergeOptions options{flags.with_strangers};
  ledger::MergeReport report = ledger::preview_merge(flags.folder, flags.other, options);
  options.takes_strangers = takes_strangers(flags, report, context);
  if (options.takes_strangers != flags.with_strangers)
    report = ledger::preview_merge(flags.folder, flags.other, options);
  show_removed(report.removed, context);
  if (!flags.dry_run) {
    expect_agreement_to_forks(flags, report, context);
    expect_agreement_to_erase(flags, report, context);
    const std::set<ledger::EntryPlace> before = investigation::sealed_places(flags.folder);
    const std::vector<ledger::Entry> destroyed = about_to_go(flags, report);
    report = ledger::merge(flags.folder, flags.other, options);
    for (base::Message& said : publish::merge_kept_facts(flags.folder, flags.other))
      report.said.push_back(std::move(said));
    for (base::Message& said : publish::merge_kept_log(flags.folder, flags.other))
      report.said.push_back(std::move(said));
    forget_destroyed(flags, destroyed, context);
    withhold_newly_sealed(flags, before, context);
  }
  show(flags, report, context);
  const bool has_fork =
      std::any_of(report.chains.begin(), report.chains.end(),
                  [](const ledger::MergedChain& chain) { return chain.fork_seq > 0; });
  if (has_fork)
    throw base::Error(
        base::Kind::corrupt,
        message("{}: one key was used in two copies of the folder; both were kept, see `sanaq "
                "verify`",
                flags.folder));
}

}  // namespace

void add_merge(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command =
      app.command("merge", catalog.say("Bring in another office's ledger, with its "
                                       "documents; in whatever order, the same comes out"));
  command.option("OTHER", &flags->other, catalog.say("The other office's folder")).required();
  command.folder(flags->folder);
  command.flag("--dry-run", flags->dry_run,
               catalog.say("Show what would come in, and change nothing"));
  command.flag("--with-strangers", flags->with_strangers,
               catalog.say("Copy the chains of those who are no members too, without asking; "
                           "they count for nothing until a member takes them in"));
  command
      .option("--erasures", &flags->erasures,
              catalog.say("So many entries are to be destroyed: needed, where nobody can be "
                          "asked, for more than ten"))
      .not_negative();
  command.flag("--with-forks", flags->with_forks,
               catalog.say("Merge another continuation of a chain even if members or voices "
                           "are lost by it, without asking"));
  command.example({"sanaq merge /media/stick/my-count my-count --dry-run"});
  command.runs([flags, &context] { merge(*flags, context); });
}

}  // namespace sanaq::cli
