#include "sanaq/cli/review_command.h"

#include "sanaq/answers/agreement_shown.h"
#include "sanaq/answers/review_shown.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/output_file.h"
#include "sanaq/investigation/agreement.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/investigation/review_answers.h"
#include "sanaq/persons/review_answer.h"
#include "sanaq/report/json_text.h"

namespace sanaq::cli {
namespace {

using base::Error;
using base::Kind;
using base::message;

struct Flags {
  std::string folder = ".", out;
  std::optional<std::size_t> limit;
  bool json = false, force = false, agreement = false;
};

constexpr std::size_t shown_on_screen = 20;
constexpr std::size_t rows_of_a_sheet = 1'048'575;  // of Excel, below the header

std::vector<ledger::Decision> entered_in(const std::string& folder) {
  if (!base::folder_exists(ledger::ledger_folder(folder))) return {};
  return ledger::decisions_entered(folder);
}

std::vector<ledger::Decision> in_force_in(const std::string& folder) {
  if (!base::folder_exists(ledger::ledger_folder(folder))) return {};
  return ledger::decisions_in_force(folder);
}

// The report of the same name that `run` writes can be made again at any time.
constexpr std::string_view setbacks_report =
    "\xEF\xBB\xBF"
    "decision;verdict;reason;by;list;record;";

void check_output(const Flags& flags, Context& context) {
  if (flags.out.empty()) return;
  if (!investigation::review_form(flags.out))
    throw Error(Kind::usage, message("--out {}: the name must end in .xlsx or .csv", flags.out));
  Outputs outputs;
  outputs.files = {
      {"--out", flags.out, {std::string(setbacks_report)}, [&](std::string_view bytes) {
         return investigation::is_review_table(bytes, flags.out);
       }}};
  outputs.investigation = flags.folder;
  outputs.replaces = flags.force;
  expect_outputs(outputs);
  clear_left_outputs(outputs, context);
}

// Somebody's work is never replaced, whatever was said with --force.
void expect_answers_taken(const Flags& flags, const investigation::Outcome* outcome) {
  if (flags.out.empty() || !base::file_exists(flags.out) || base::file_size(flags.out) == 0) return;
  const base::MappedFile file(flags.out);
  if (!investigation::is_review_table(file.bytes(), flags.out)) return;
  const auto table = investigation::read_review_table(file.bytes(), flags.out);
  const std::vector<std::int64_t> rows =
      investigation::rows_not_taken(*table, entered_in(flags.folder), outcome);
  if (rows.empty()) return;
  throw Error(Kind::usage,
              message("--out {}: answers or reasons in this file were not taken in yet ({} rows, "
                      "the first is row {}); take them in with sanaq decide {} --table {}, or name "
                      "another file",
                      flags.out, rows.size(), rows.front(), flags.folder, flags.out));
}

std::string quoted_words(const base::Catalog& catalog) {
  std::string words;
  for (const std::string& word : persons::answers_offered(catalog.language()))
    words += (words.empty() ? "" : ", ") + word;
  return words;
}

void write_table(const Flags& flags, const investigation::Outcome& outcome, answers::Tasks tasks,
                 Context& context) {
  const base::Catalog& catalog = context.catalog;
  if (tasks.empty()) {
    context.note(catalog.say("no table was written") + "\n");
    return;
  }
  const investigation::ReviewForm form = *investigation::review_form(flags.out);
  if (form == investigation::ReviewForm::xlsx && tasks.size() > rows_of_a_sheet) {
    tasks.resize(rows_of_a_sheet);
    context.note(catalog.say(message("a sheet has no more than {} rows; the first are in it",
                                     rows_of_a_sheet)) +
                 "\n");
  }
  const std::string bytes = investigation::write_review_table(outcome, tasks, form, catalog);
  expect_answers_taken(flags, &outcome);
  base::write_file_whole(flags.out, bytes);
  context.note(catalog.say(message("{}: fill in the column answer ({}) and, if you like, reason; "
                                   "then: sanaq decide {} --table {}",
                                   flags.out, quoted_words(catalog), flags.folder, flags.out)) +
               "\n");
}

void say_agreement(const Flags& flags, Context& context) {
  if (!flags.out.empty() || flags.limit)
    throw Error(Kind::usage, message("--agreement stands without --out and --limit"));
  const auto found =
      investigation::agreements(base::folder_exists(ledger::ledger_folder(flags.folder))
                                    ? ledger::decisions_standing(flags.folder)
                                    : std::vector<ledger::Decision>());
  context.print(flags.json ? report::json_text(answers::agreement_json(found))
                           : answers::agreement_text(found, context.catalog));
}

void review(const Flags& flags, Context& context) {
  const base::Catalog& catalog = context.catalog;
  if (flags.agreement) {
    say_agreement(flags, context);
    return;
  }
  check_output(flags, context);
  expect_answers_taken(flags, nullptr);
  clear_leftovers(flags.folder, context);
  const investigation::Outcome outcome =
      investigation::link_records(flags.folder, caller_of(context));
  for (const base::Message& warning : outcome.warnings) context.note(catalog.say(warning) + "\n");
  enter_what_was_done(outcome, context);
  const std::vector<ledger::Decision> in_force = in_force_in(flags.folder);
  answers::Tasks tasks = investigation::review_queue(outcome, in_force, context.progress);
  // The table has room for two records in a row.
  if (flags.out.empty()) tasks = investigation::grouped(outcome, in_force, std::move(tasks));
  if (flags.limit && *flags.limit < tasks.size()) tasks.resize(*flags.limit);
  if (flags.json)
    context.print(report::json_text(answers::review_json(outcome, tasks, catalog)));
  else
    context.print(answers::review_counts(tasks, catalog));
  if (!flags.out.empty())
    write_table(flags, outcome, std::move(tasks), context);
  else if (!flags.json)
    context.print(
        answers::review_text(outcome, tasks, flags.limit.value_or(shown_on_screen), catalog));
}

}  // namespace

void add_review(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "review",
      catalog.say("What waits for a person's eye: doubtful pairs, those first that change "
                  "the number most, records without a name, rows and cells that were "
                  "not read"));
  command.folder(flags->folder);
  command.option("--out", &flags->out,
                 catalog.say("Write them to this file, .xlsx or .csv, to be filled in; "
                             "`sanaq decide DIR --table FILE` takes it back"));
  command.option("--limit", &flags->limit, catalog.say("How many at most, the first of them"))
      .between(1, 100000000);
  command.flag("--agreement", flags->agreement,
               catalog.say("How often a reviewer answers as before, and as the threshold does, by "
                           "the tasks that were drawn at random or shown again"));
  command.json(flags->json);
  command.force(flags->force);
  add_allow_outside(command, context);
  command.example({"sanaq review my-count --out review.xlsx"});
  command.runs([flags, &context] { review(*flags, context); });
}

}  // namespace sanaq::cli
