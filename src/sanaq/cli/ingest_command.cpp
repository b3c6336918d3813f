#include "sanaq/cli/ingest_command.h"

#include "sanaq/base/files.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/json_text.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/result_json.h"
#include "sanaq/cli/result_text.h"
#include "sanaq/investigation/ingest_report.h"

namespace sanaq::cli {
namespace {

struct Flags {
  std::string folder = ".";
  bool json = false;
};

void ingest(const Flags& flags, Context& context) {
  clear_leftovers(flags.folder, context);
  const investigation::Outcome outcome =
      investigation::ingest_lists(flags.folder, face_of(context));
  enter_what_was_done(outcome, context);
  if (flags.json) {
    context.print(json_text(ingest_result(outcome)));
    return;
  }
  context.print(ingest_text(outcome, context.catalog));
  const std::string report =
      base::join(flags.folder, std::string(investigation::ingest_report_file));
  context.print(
      context.catalog.say(base::message("every cell that could not be read: {}", report)) + "\n");
}

}  // namespace

void add_ingest(CLI::App& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  CLI::App* command = app.add_subcommand(
      "ingest", catalog.say("Read the lists, show how their columns were understood, and report "
                            "every cell that cannot be read"));
  command->add_option("DIR", flags->folder,
                      catalog.say("The investigation; otherwise the folder in which you are"));
  command->add_flag("--json", flags->json, catalog.say("Print JSON for programs"));
  add_allow_outside(*command, context);
  command->footer(catalog.say("Example:") + "\n  sanaq ingest my-count");
  command->callback([flags, &context] { ingest(*flags, context); });
}

}  // namespace sanaq::cli
