#include "sanaq/cli/checkpoint_command.h"

#include "sanaq/cli/ledger_session.h"

namespace sanaq::cli {
namespace {

struct Flags {
  std::string folder = ".";
  std::string by;
};

void checkpoint(const Flags& flags, Context& context) {
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  context.print(ledger::make_checkpoint(writer).code + "\n");
  context.note(context.catalog.say("Print this code and give it to somebody else, a lawyer for "
                                   "instance: with it anybody can prove what was here today.") +
               "\n");
}

}  // namespace

void add_checkpoint(CLI::App& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  CLI::App* command = app.add_subcommand(
      "checkpoint",
      catalog.say("Sign the state of the ledger and print a short code to hand to somebody else"));
  command->add_option("DIR", flags->folder,
                      catalog.say("The investigation; otherwise the folder in which you are"));
  command->add_option("--by", flags->by, catalog.say("Your name, for the ledger"));
  command->footer(catalog.say("Example:") + "\n  sanaq checkpoint my-count");
  command->callback([flags, &context] { checkpoint(*flags, context); });
}

}  // namespace sanaq::cli
