#include "sanaq/cli/retract_command.h"

#include <nlohmann/json.hpp>

#include "sanaq/cli/ledger_session.h"

namespace sanaq::cli {
namespace {

struct Flags {
  std::string entry, reason, by;
  std::string folder = ".";
};

void retract(const Flags& flags, Context& context) {
  const ledger::EntryPlace place = ledger::find_entry(flags.folder, flags.entry);
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  const std::string by = flags.by.empty() ? writer.key().name() : flags.by;
  context.print(
      context.catalog.say(base::message(
          "entered as {}", short_place(ledger::retract(writer, place, flags.reason, by)))) +
      "\n");
}

}  // namespace

void add_retract(CLI::App& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  CLI::App* command = app.add_subcommand(
      "retract",
      catalog.say("Take a statement or a decision out of force, and say why; it stays readable"));
  command
      ->add_option("ENTRY", flags->entry,
                   catalog.say("The entry, as it was named when it was entered: WRITER:NUMBER"))
      ->required();
  command->add_option("--reason", flags->reason, catalog.say("Why"))->required();
  command->add_option("--in", flags->folder,
                      catalog.say("The investigation; otherwise the folder in which you are"));
  command->add_option("--by", flags->by, catalog.say("Your name, for the ledger"));
  command->footer(
      catalog.say("Example:") +
      "\n  sanaq retract 3f9a0c12:7 --reason \"read from the wrong row\" --in my-count");
  command->callback([flags, &context] { retract(*flags, context); });
}

}  // namespace sanaq::cli
