#include "sanaq/cli/retract_command.h"

#include <nlohmann/json.hpp>

#include "sanaq/cli/ground.h"
#include "sanaq/cli/ledger_session.h"

namespace sanaq::cli {
namespace {

struct Flags {
  std::string entry, reason, by, ground = ledger::ground_not_given;
  std::string folder = ".";
};

void retract(const Flags& flags, Context& context) {
  const ledger::EntryPlace place = ledger::find_entry(flags.folder, flags.entry);
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  const std::string by = flags.by.empty() ? writer.key().name() : flags.by;
  context.print(context.catalog.say(base::message(
                    "entered as {}",
                    short_place(ledger::retract(writer, place, flags.reason, by, flags.ground)))) +
                "\n");
}

}  // namespace

void add_retract(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "retract",
      catalog.say("Take a statement or a decision out of force, and say why; it stays readable"));
  command
      .option("ENTRY", &flags->entry,
              catalog.say("The entry, as it was named when it was entered: WRITER:NUMBER"))
      .required();
  command.reason(flags->reason).required();
  add_ground(command, flags->ground, context);
  command.in_folder(flags->folder);
  command.author(flags->by);
  command.example({"sanaq retract 3f9a0c12:7 --reason \"read from the wrong row\" --in my-count"});
  command.runs([flags, &context] { retract(*flags, context); });
}

}  // namespace sanaq::cli
