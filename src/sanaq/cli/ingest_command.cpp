#include "sanaq/cli/ingest_command.h"

#include "sanaq/answers/ingest_text.h"
#include "sanaq/answers/run_json.h"
#include "sanaq/base/files.h"
#include "sanaq/base/shown.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/output_file.h"
#include "sanaq/exchange/understood_csv.h"
#include "sanaq/investigation/ingest_report.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/investigation/own_reports.h"
#include "sanaq/investigation/suggested_lists.h"
#include "sanaq/report/json_text.h"
#include "sanaq/settings/config.h"

namespace sanaq::cli {
namespace {

struct Flags {
  std::string folder = ".";
  std::string understood;
  bool json = false, force = false;
};

void check_outputs(const Flags& flags, Context& context) {
  Outputs outputs;
  outputs.files = {
      {"--understood", flags.understood, {"\xEF\xBB\xBFlist;row;record", "list,row,record"}}};
  outputs.investigation = flags.folder;
  outputs.replaces = flags.force;
  expect_outputs(outputs);
  clear_left_outputs(outputs, context);
}

// Files in lists/ that nobody named yet: what to write, ready to be pasted.
void print_suggestion(const investigation::Suggestion& suggestion, const Flags& flags,
                      Context& context) {
  if (suggestion.toml.empty()) return;
  const base::Catalog& catalog = context.catalog;
  context.print(
      catalog.say(base::message(
          "files in {}/lists that no list names; paste into {}/{} what is a list of its "
          "own (it also stands in {}):",
          flags.folder, flags.folder, settings::settings_file, investigation::suggested_file)) +
      "\n\n" + base::shown_lines(suggestion.toml) + "\n");
  if (suggestion.said) context.note(catalog.say(*suggestion.said) + "\n");
}

void ingest(const Flags& flags, Context& context) {
  check_outputs(flags, context);
  clear_leftovers(flags.folder, context);
  const investigation::Suggestion suggestion =
      investigation::suggest_lists(flags.folder, context.catalog, context.progress);
  if (!suggestion.counts_something && !suggestion.toml.empty() && !flags.json)
    return print_suggestion(suggestion, flags, context);
  const investigation::Outcome outcome =
      investigation::ingest_lists(flags.folder, caller_of(context));
  enter_what_was_done(outcome, context);
  if (!flags.understood.empty())
    base::write_file_whole(
        flags.understood,
        exchange::understood_csv(outcome.records,
                                 flags.json ? tables::CsvFor::program : tables::CsvFor::person));
  if (flags.json) {
    context.print(report::json_text(answers::ingest_result(outcome, context.catalog)));
    return;
  }
  context.print(answers::ingest_text(outcome, context.catalog));
  const std::string report =
      base::join(flags.folder, std::string(investigation::ingest_report_file));
  context.print(
      context.catalog.say(base::message("every cell that could not be read: {}", report)) + "\n");
  print_suggestion(suggestion, flags, context);
}

}  // namespace

void add_ingest(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "ingest", catalog.say("Read the lists, show how their columns were understood, and report "
                            "every cell that cannot be read"));
  command.folder(flags->folder);
  command.option("--understood", &flags->understood,
                 catalog.say("Write what each record was understood to say to this CSV file"));
  command.force(flags->force);
  command.json(flags->json);
  add_allow_outside(command, context);
  command.example({"sanaq ingest my-count"});
  command.runs([flags, &context] { ingest(*flags, context); });
}

}  // namespace sanaq::cli
