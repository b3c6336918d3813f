#include "sanaq/cli/mend_command.h"

#include "sanaq/base/error.h"
#include "sanaq/base/shown.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/folder_word.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/investigation/mend.h"
#include "sanaq/persons/resolve_person.h"

namespace sanaq::cli {
namespace {

using base::message;

struct Flags {
  std::vector<std::string> words, was;
  std::string reason, by;
};

constexpr std::size_t words_wanted = 3;  // RECORD COLUMN VALUE

void say(const base::Message& sentence, Context& context) {
  context.print(context.catalog.say(sentence) + "\n");
}

std::string in_quotes(const std::string& text) { return "\"" + base::shown(text) + "\""; }

void show(const investigation::MendingShown& shown, Context& context) {
  const base::Catalog& catalog = context.catalog;
  context.print(base::shown(shown.row) + "\n");
  say(message("column {}: it was {}, now {}", shown.column, in_quotes(shown.was),
              in_quotes(shown.now)),
      context);
  if (shown.unreadable) {
    throw base::Error(base::Kind::bad_input,
                      message("nothing was entered, since the new text cannot be read in the "
                              "column {}: {}; {}",
                              shown.column, catalog.say(shown.unreadable->reason),
                              catalog.say(shown.unreadable->advice)));
  }
  const bool is_told = shown.canonical.empty() ||
                       shown.reading.id.find("{}") != std::string::npos ||
                       shown.canonical == shown.now;
  context.print(catalog.say(shown.reading) + (is_told ? "" : ": " + base::shown(shown.canonical)) +
                "\n");
}

void mend(Flags flags, Context& context) {
  const std::string folder = take_folder(flags.words, words_wanted);
  if (flags.words.size() != words_wanted)
    throw base::Error(
        base::Kind::usage,
        message("name the row, the column and what is to stand there, in quotes if it has several "
                "words, \"\" if nobody knows:  sanaq mend DIR hospital:17 birth 1970-02-03"));
  clear_leftovers(folder, context);
  const investigation::Outcome outcome = investigation::ingest_lists(folder, caller_of(context));
  investigation::MendingWanted wanted{persons::record_called(outcome, flags.words[0]),
                                      flags.words[1], flags.words[2], std::nullopt, flags.reason};
  if (!flags.was.empty()) wanted.was = flags.was.back();
  if (const auto note = persons::note_on_address(outcome, flags.words[0]))
    context.note(context.catalog.say(*note) + "\n");
  const investigation::MendingShown shown =
      investigation::show_mending(outcome, wanted, context.progress, context.catalog);
  show(shown, context);
  enter_what_was_done(outcome, context);
  ledger::Writer writer = open_ledger(folder, flags.by, context);
  const std::string by = flags.by.empty() ? writer.key().name() : flags.by;
  say(message("entered as {}", short_place(investigation::enter_mending(writer, shown, by))),
      context);
}

}  // namespace

void add_mend(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "mend", catalog.say("Say what stands in the place of one cell of a list; the list's file "
                          "stays as it is"));
  command.option(
      "WORDS", &flags->words,
      catalog.say("[DIR] RECORD COLUMN VALUE: the investigation; the row as LIST:ID or "
                  "LIST:#ROW; a column by its header or what it is, such as birth; the new "
                  "text, \"\" if nobody knows"));
  command
      .option("--was", &flags->was,
              catalog.say("What stands there now: if it is something else, nothing is entered"))
      .repeated();
  command.reason(flags->reason).required();
  command.author(flags->by);
  add_allow_outside(command, context);
  command.example(
      {"sanaq mend my-count hospital:17 birth 1970-02-03 --reason \"the year is in the "
       "passport\""});
  command.runs([flags, &context] { mend(*flags, context); });
}

}  // namespace sanaq::cli
