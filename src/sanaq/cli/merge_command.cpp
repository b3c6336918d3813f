#include "sanaq/cli/merge_command.h"

#include "sanaq/base/error.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {
namespace {

struct Flags {
  std::string other;
  std::string folder = ".";
  bool dry_run = false;
};

void merge(const Flags& flags, Context& context) {
  if (!flags.dry_run) clear_leftovers(flags.folder, context);
  const ledger::MergeReport report = flags.dry_run
                                         ? ledger::preview_merge(flags.folder, flags.other)
                                         : ledger::merge(flags.folder, flags.other);
  const base::Catalog& catalog = context.catalog;
  for (const base::Message& said : report.said) context.note(catalog.say(said) + "\n");
  bool has_fork = false;
  for (const ledger::MergedChain& chain : report.chains) {
    context.print(catalog.say(base::message("chain {}: new entries {}, new bodies {}, erased {}",
                                            chain.writer.substr(0, 8), chain.new_entries,
                                            chain.new_bodies, chain.erased_bodies)) +
                  "\n");
    if (chain.fork_seq == 0) continue;
    has_fork = true;
    context.print(
        catalog.say(base::message("a fork: this writer's chain goes on in two ways from entry {}",
                                  chain.fork_seq)) +
        "\n");
  }
  context.print(
      catalog.say(base::message("new files of documents and lists: {}", report.new_files.size())) +
      "\n");
  if (report.changes_nothing())
    context.print(catalog.say("there is nothing new in the other ledger") + "\n");
  if (flags.dry_run) context.print(catalog.say("nothing was changed: this was a preview") + "\n");
  if (has_fork)
    throw base::Error(
        base::Kind::corrupt,
        base::message(
            "{}: one key was used in two copies of the folder; both were kept, see `sanaq verify`",
            flags.folder));
}

}  // namespace

void add_merge(CLI::App& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  CLI::App* command =
      app.add_subcommand("merge", catalog.say("Bring in another office's ledger, with its "
                                              "documents; in whatever order, the same comes out"));
  command->add_option("OTHER", flags->other, catalog.say("The other office's folder"))->required();
  command->add_option("DIR", flags->folder,
                      catalog.say("The investigation; otherwise the folder in which you are"));
  command->add_flag("--dry-run", flags->dry_run,
                    catalog.say("Show what would come in, and change nothing"));
  command->footer(catalog.say("Example:") +
                  "\n  sanaq merge /media/stick/my-count my-count --dry-run");
  command->callback([flags, &context] { merge(*flags, context); });
}

}  // namespace sanaq::cli
