#include "sanaq/cli/erase_command.h"

#include <nlohmann/json.hpp>

#include "sanaq/cli/ground.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/investigation/erase.h"
#include "sanaq/publish/remove_words.h"

namespace sanaq::cli {
namespace {

struct Flags {
  std::string entry, reason, by, ground = ledger::ground_not_given;
  std::string folder = ".";
};

void erase(const Flags& flags, Context& context) {
  const ledger::EntryPlace place = ledger::find_entry(flags.folder, flags.entry);
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  const std::string by = flags.by.empty() ? writer.key().name() : flags.by;
  const investigation::Erasing erasing = investigation::erase(
      writer, place, flags.reason, by, publish::remove_words_from_site, flags.ground);
  context.print(context.catalog.say(base::message("entered as {}", short_place(erasing.entry))) +
                "\n");
  for (const base::Message& said : erasing.said) context.note(context.catalog.say(said) + "\n");
}

}  // namespace

void add_erase(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "erase", catalog.say("Destroy what an entry said, to protect somebody; that something stood "
                           "there, who erased it and why stays"));
  command
      .option("ENTRY", &flags->entry,
              catalog.say("The entry, as it was named when it was entered: WRITER:NUMBER"))
      .required();
  command.reason(flags->reason).required();
  add_ground(command, flags->ground, context);
  command.in_folder(flags->folder);
  command.author(flags->by);
  command.example({"sanaq erase 3f9a0c12:7 --reason \"an endangered witness\" --in my-count"});
  command.runs([flags, &context] { erase(*flags, context); });
}

}  // namespace sanaq::cli
