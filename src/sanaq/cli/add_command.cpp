#include "sanaq/cli/add_command.h"

#include <nlohmann/json.hpp>

#include "sanaq/cli/ledger_session.h"

namespace sanaq::cli {
namespace {

struct Flags {
  std::vector<std::string> files;
  std::string folder = ".";
  std::string by;
  ledger::Custody custody;
  bool is_working_copy = false;
};

void add_documents(Flags& flags, Context& context) {
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  flags.custody.is_original = !flags.is_working_copy;
  if (flags.custody.by.empty())
    flags.custody.by = flags.by.empty() ? writer.key().name() : flags.by;
  const base::Catalog& catalog = context.catalog;
  for (const std::string& path : flags.files) {
    const ledger::AddedDocument added = ledger::add_document(writer, path, flags.custody);
    context.print(added.sha256 + "  " + added.file + "\n");
    const std::string place = short_place(added.entry);
    context.note(
        catalog.say(
            added.was_known
                ? base::message(
                      "{}: these bytes were here already; entered as {}, one custody entry more",
                      path, place)
                : base::message("{}: copied under its hash, entered as {}", path, place)) +
        "\n");
  }
}

}  // namespace

void add_add(CLI::App& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  CLI::App* command = app.add_subcommand(
      "add",
      catalog.say("Take documents into the investigation: hashed first, copied, never rewritten"));
  command->add_option("FILES", flags->files, catalog.say("The documents"))->required();
  command->add_option("--in", flags->folder,
                      catalog.say("The investigation; otherwise the folder in which you are"));
  command->add_option("--obtained", flags->custody.when,
                      catalog.say("When it was obtained, such as 2011-12-17"));
  command->add_option("--obtained-by", flags->custody.by,
                      catalog.say("Who obtained it; you, if nobody is named"));
  command->add_option("--how", flags->custody.how, catalog.say("How it was obtained"));
  command->add_option("--from", flags->custody.from, catalog.say("From whom or where"));
  command->add_flag("--working-copy", flags->is_working_copy,
                    catalog.say("This is a working copy, not an original"));
  command->add_option("--of", flags->custody.of,
                      catalog.say("Of a working copy: the SHA-256 of its original"));
  command->add_option("--by", flags->by, catalog.say("Your name, for the ledger"));
  command->footer(catalog.say("Example:") +
                  "\n  sanaq add photo.jpg --obtained 2011-12-17 --how \"by post\" --in my-count");
  command->callback([flags, &context] { add_documents(*flags, context); });
}

}  // namespace sanaq::cli
