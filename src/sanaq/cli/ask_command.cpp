#include "sanaq/cli/ask_command.h"

#include "sanaq/answers/ask_acts.h"
#include "sanaq/answers/ask_asserted.h"
#include "sanaq/answers/ask_chain.h"
#include "sanaq/answers/ask_custody.h"
#include "sanaq/answers/ask_events.h"
#include "sanaq/answers/ask_sources.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/left_files.h"
#include "sanaq/base/system.h"
#include "sanaq/casefile/schema.h"
#include "sanaq/casefile/sentence.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/ask_file.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/output_file.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/pages/command_boxes.h"
#include "sanaq/report/json_text.h"

namespace sanaq::cli {
namespace {

using base::message;

struct Flags {
  std::string folder = ".";
  bool json = false, force = false;
  std::string on, within = "1y", by, of, svg, type = "strike", from, to, ftm, csv;
};

using Ask = std::function<answers::Answer(const answers::CaseAsked&, const Flags&)>;

std::string day_or_today(const std::string& on) { return on.empty() ? base::today() : on; }

int months_asked(const std::string& text) {
  const auto span = casefile::read_sentence(text);
  if (span && span->days == 0 && !span->is_life && !span->is_suspended && !span->is_none())
    return span->months;
  throw base::Error(base::Kind::usage, message("{}: write a span as 1y, 6m or 1y6m", text));
}

answers::Answer command_with_drawing(const answers::CaseAsked& asked, const Flags& flags) {
  const std::string on = day_or_today(flags.on);
  answers::Answer answer = answers::ask_command_of(asked, flags.of, on);
  if (!flags.svg.empty()) {
    const auto line = casefile::command_of(asked.entities, flags.of, *casefile::read_moment(on));
    const draw::Voice voice(asked.catalog.language());
    base::write_private_file_whole(
        flags.svg, draw::command_drawing(pages::command_boxes(line, asked.entities, voice), voice));
    answer.after.push_back(flags.svg);
  }
  return answer;
}

// What a killed command had left half-written of the tables that --csv writes.
void clear_left_tables(const std::string& folder, Context& context) {
  for (const base::LeftFile& file : base::left_files(folder)) {
    const bool is_table = file.target.ends_with(".csv") &&
                          casefile::table_form(base::file_stem(file.target)) != nullptr;
    if (is_table) say_removed(base::remove_left_files_of(base::join(folder, file.target)), context);
  }
}

// Before the work: what would not be written afterwards is refused now.
void check_outputs(const Flags& flags, Context& context) {
  const Outputs outputs = {
      {{"--svg",
        flags.svg,
        {"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"drawing command\""}},
       {"--ftm", flags.ftm, {"{\"id\":\"sanaq-"}}},
      {},
      flags.folder,
      flags.force};
  expect_outputs(outputs);
  clear_left_outputs(outputs, context);
  if (flags.csv.empty()) return;
  expect_output_folder("--csv", flags.csv, flags.folder);
  clear_left_tables(flags.csv, context);
}

void answer_question(const Flags& flags, const Ask& ask, Context& context) {
  check_outputs(flags, context);
  clear_leftovers(flags.folder, context);
  const investigation::Outcome outcome =
      investigation::link_records(flags.folder, caller_of(context));
  const answers::CaseAsked asked = answers::case_of(outcome, context.catalog);
  const answers::Answer answer = ask(asked, flags);
  context.print(flags.json ? report::json_text(answer.json) : answers::answer_text(answer));
  if (!flags.json && answers::answer_text(answer).empty() && !outcome.case_file.said.empty())
    context.note(context.catalog.say("the case file says nothing of it") + "\n");
  if (!flags.json && outcome.case_file.said.empty())
    context.note(context.catalog.say(message(
                     "this investigation has no case file yet: name a table in investigation.toml, "
                     "or use `sanaq say`")) +
                 "\n");
}

}  // namespace

void add_ask(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "ask", catalog.say("Ask the case file: who is still held, who commanded, what was done"));
  command.needs_a_command();
  command.passes_options_up();
  command.in_folder(flags->folder);
  command.force(flags->force);
  command.json(flags->json);
  const auto question = [&](const char* name, const std::string& help, const Ask& ask) {
    Arguments one = command.command(name, help);
    one.passes_options_up();
    one.runs([flags, ask, &context] { answer_question(*flags, ask, context); });
    return one;
  };
  const auto on = [&](Arguments one) {
    one.option("--on", &flags->on, catalog.say("On which day; otherwise today"));
    return one;
  };
  on(question("still-held", catalog.say("Who is held on a day, with time served and left"),
              [](const answers::CaseAsked& asked, const Flags& given) {
                return answers::ask_still_held(asked, answers::day_asked(day_or_today(given.on)));
              }));
  on(question("due", catalog.say("Whose term ends soon"),
              [](const answers::CaseAsked& asked, const Flags& given) {
                return answers::ask_due(asked, answers::day_asked(day_or_today(given.on)),
                                        months_asked(given.within));
              }))
      .option("--within", &flags->within, catalog.say("How soon: 1y, 6m, 1y6m; otherwise 1y"));
  Arguments chain = on(question("command", catalog.say("Who commanded a unit, and who was above"),
                                command_with_drawing));
  chain.option("--of", &flags->of, catalog.say("The unit, by its id or name")).required();
  chain.option("--svg", &flags->svg, catalog.say("Write the line of command as a drawing"));
  question("acts", catalog.say("Acts and their victims, counted"),
           [](const answers::CaseAsked& asked, const Flags& given) {
             return answers::ask_acts(asked, given.by);
           })
      .option("--by", &flags->by,
              catalog.say("By type, place, month, event, group or perpetrator"));
  question("sources", catalog.say("Every statement about a thing or a person, down to its row"),
           [](const answers::CaseAsked& asked, const Flags& given) {
             return answers::ask_sources(asked, given.of);
           })
      .option("--of", &flags->of, catalog.say("KIND:ID, or a person: a name, LIST:RECORD or an id"))
      .required();
  question(
      "trials", catalog.say("Do the totals of the trials add up"),
      [](const answers::CaseAsked& asked, const Flags&) { return answers::ask_trials(asked); });
  question(
      "strikes", catalog.say("Strikes: employer, length, demands, outcome"),
      [](const answers::CaseAsked& asked, const Flags&) { return answers::ask_strikes(asked); });
  question(
      "timeline", catalog.say("Events in their order, with parts and causes"),
      [](const answers::CaseAsked& asked, const Flags&) { return answers::ask_timeline(asked); });
  Arguments series = question("series", catalog.say("Events of one type by year"),
                              [](const answers::CaseAsked& asked, const Flags& given) {
                                return answers::ask_series(asked, given.type, given.from, given.to);
                              });
  series.option("--type", &flags->type, catalog.say("The type of event; otherwise strike"));
  series.option("--from", &flags->from, catalog.say("From which date on"));
  series.option("--to", &flags->to, catalog.say("Until which date"));
  question(
      "claims", catalog.say("Numbers that are asserted, and which may be compared"),
      [](const answers::CaseAsked& asked, const Flags&) { return answers::ask_claims(asked); });
  on(question("demands", catalog.say("Demands, and whether they are met"),
              [](const answers::CaseAsked& asked, const Flags& given) {
                return answers::ask_demands(asked, answers::day_asked(day_or_today(given.on)));
              }));
  question("aid", catalog.say("Aid funds: balances by month and currency"),
           [](const answers::CaseAsked& asked, const Flags&) { return answers::ask_aid(asked); });
  Arguments file =
      question("file", catalog.say("Write the whole case file for other programs"),
               [](const answers::CaseAsked& asked, const Flags& given) {
                 return ask_file(asked, {given.ftm, given.csv, given.folder, given.force});
               });
  file.option("--ftm", &flags->ftm, catalog.say("FollowTheMoney JSON, one entity a line"));
  file.option("--csv", &flags->csv, catalog.say("A folder for one CSV a kind"));
  add_allow_outside(command, context);
  command.example({"sanaq ask still-held --on 2014-12-16 --in my-count"});
}

}  // namespace sanaq::cli
