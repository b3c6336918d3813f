#include "sanaq/cli/decide_command.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "sanaq/answers/decisions_text.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/exchange/reviewed_pairs.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/investigation/review_answers.h"
#include "sanaq/investigation/split_join.h"
#include "sanaq/persons/contradicted_decisions.h"
#include "sanaq/persons/resolve_person.h"

namespace sanaq::cli {
namespace {

struct Flags {
  std::string folder, verdict, reason, by, table;
  std::vector<std::string> records;
};

using Decisions = std::vector<ledger::Decision>;

ledger::Decision decision_on(const investigation::Outcome& outcome, ledger::Verdict verdict,
                             const std::vector<std::uint32_t>& records) {
  ledger::Decision decision;
  decision.verdict = verdict;
  for (const std::uint32_t record : records) {
    decision.records.push_back(outcome.records.identities[record]);
    decision.cells.push_back(persons::cells_read(outcome.records, outcome.list_fields, record));
  }
  return decision;
}

std::vector<std::uint32_t> named_records(const Flags& flags, const investigation::Outcome& outcome,
                                         Context& context) {
  std::vector<std::uint32_t> records;
  for (const std::string& text : flags.records) {
    const std::uint32_t record = persons::record_called(outcome, text);
    if (const auto note = persons::note_on_address(outcome, text))
      context.note(context.catalog.say(*note) + "\n");
    if (std::find(records.begin(), records.end(), record) != records.end())
      throw base::Error(base::Kind::usage,
                        base::message("{}: this record is named twice; name each once", text));
    records.push_back(record);
  }
  return records;
}

bool changes_persons(const Flags& flags) {
  return flags.verdict == "split" || flags.verdict == "join";
}

Decisions changed_persons(const Flags& flags, const investigation::Outcome& outcome,
                          Context& context) {
  const std::vector<std::uint32_t> records = named_records(flags, outcome, context);
  if (flags.verdict == "join" && records.size() != 2)
    throw base::Error(base::Kind::usage,
                      base::message("join takes two records, one of each person"));
  const investigation::PersonsChange change =
      flags.verdict == "split"
          ? investigation::split_person(outcome, records, flags.reason, {}, context.catalog)
          : investigation::join_persons(outcome, records[0], records[1], flags.reason,
                                        context.catalog);
  for (const base::Message& said : change.effect) context.print(context.catalog.say(said) + "\n");
  return change.decisions;
}

Decisions named_decision(const Flags& flags, const investigation::Outcome& outcome,
                         Context& context) {
  static const std::map<std::string, ledger::Verdict> verdicts = {
      {"same", ledger::Verdict::same},
      {"different", ledger::Verdict::different},
      {"unsure", ledger::Verdict::unsure},
      {"out-of-scope", ledger::Verdict::out_of_scope},
      {"no-person", ledger::Verdict::no_person}};
  return {decision_on(outcome, verdicts.at(flags.verdict), named_records(flags, outcome, context))};
}

void say(const base::Message& sentence, Context& context) {
  context.note(context.catalog.say(sentence) + "\n");
}

Decisions labelled_pairs(const std::string& table, std::string_view bytes,
                         const investigation::Outcome& outcome, Context& context) {
  const exchange::Labels labels = exchange::read_labels(bytes, table);
  Decisions decisions;
  for (const link::Decision& pair : exchange::reviewed_pairs(labels, table, outcome.records))
    decisions.push_back(decision_on(outcome,
                                    pair.same ? ledger::Verdict::same : ledger::Verdict::different,
                                    {pair.left, pair.right}));
  if (labels.not_judged > 0)
    say(base::message("rows without a label, passed over: {}", labels.not_judged), context);
  return decisions;
}

// What the ledger holds already.
struct Before {
  Decisions entered, in_force;
};

Before decided_before(const std::string& folder) {
  if (!base::folder_exists(ledger::ledger_folder(folder))) return {};
  return {ledger::decisions_entered(folder), ledger::decisions_in_force(folder)};
}

Decisions table_of_decisions(const Flags& flags, const investigation::Outcome& outcome,
                             const Before& before, Context& context) {
  const base::MappedFile file(flags.table);
  if (!investigation::is_review_table(file.bytes(), flags.table))
    return labelled_pairs(flags.table, file.bytes(), outcome, context);
  const auto table = investigation::read_review_table(file.bytes(), flags.table);
  investigation::AnsweredDecisions taken = investigation::decisions_from_answers(
      *table, flags.table, outcome, before.entered, before.in_force);
  for (const base::Message& note : taken.notes) say(note, context);
  if (taken.blank > 0)
    say(base::message("rows without an answer, passed over: {}", taken.blank), context);
  if (taken.known > 0)
    say(base::message("answers that were taken in before: {}", taken.known), context);
  return std::move(taken.decisions);
}

void check_flags(const Flags& flags) {
  const bool is_named = !flags.verdict.empty() && !flags.records.empty();
  if (flags.table.empty() == !is_named || (!flags.table.empty() && !flags.verdict.empty()))
    throw base::Error(
        base::Kind::usage,
        base::message("give a verdict and records, as in `sanaq decide DIR same morgue:17 "
                      "hospital:203`, or a table of pairs with --table"));
  if (is_named && (flags.verdict == "same" || flags.verdict == "different") &&
      flags.records.size() < 2)
    throw base::Error(base::Kind::usage, base::message("name at least two records to decide on"));
}

Decisions decisions_wanted(const Flags& flags, const investigation::Outcome& outcome,
                           const Before& before, Context& context) {
  if (changes_persons(flags)) return changed_persons(flags, outcome, context);
  Decisions decisions = flags.table.empty() ? named_decision(flags, outcome, context)
                                            : table_of_decisions(flags, outcome, before, context);
  for (ledger::Decision& decision : decisions) {
    if (decision.reason.empty()) decision.reason = flags.reason;
  }
  return decisions;
}

void enter(Decisions decisions, const Flags& flags, Context& context) {
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  std::vector<std::pair<std::string, nlohmann::json>> entries;
  for (ledger::Decision& decision : decisions) {
    decision.by = flags.by.empty() ? writer.key().name() : flags.by;
    entries.emplace_back("decision", ledger::body_of(decision));
  }
  const std::vector<ledger::Entry> entered = writer.append_all(entries);
  context.print(
      context.catalog.say(entered.size() == 1
                              ? base::message("entered as {}", short_place(entered.front()))
                              : base::message("{} decisions entered, {} to {}", entered.size(),
                                              short_place(entered.front()),
                                              short_place(entered.back()))) +
      "\n");
}

void decide(const Flags& flags, Context& context) {
  check_flags(flags);
  clear_leftovers(flags.folder, context);
  // Who is one person now is known once the lists are linked.
  const investigation::Outcome outcome =
      changes_persons(flags) ? investigation::link_records(flags.folder, caller_of(context))
                             : investigation::ingest_lists(flags.folder, caller_of(context));
  const Before before = decided_before(flags.folder);
  Decisions decisions = decisions_wanted(flags, outcome, before, context);
  if (decisions.empty()) {
    context.print(context.catalog.say("no pair is judged, so nothing was entered") + "\n");
    return;
  }
  enter_what_was_done(outcome, context);
  context.note(answers::contradictions_text(
      outcome, persons::contradictions(outcome, before.in_force, decisions), context.catalog));
  if (!changes_persons(flags))
    context.print(answers::decisions_text(outcome, decisions, context.catalog));
  enter(std::move(decisions), flags, context);
}

}  // namespace

void add_decide(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "decide", catalog.say("Enter a reviewer's decision on records: one "
                            "person, different persons, unsure, out of scope, or no person "
                            "at all"));
  command.option("DIR", &flags->folder, catalog.say("The investigation")).required();
  command
      .option("VERDICT", &flags->verdict,
              catalog.say(
                  "same, different, unsure, out-of-scope or no-person; split: these records leave "
                  "their person; join: the persons of two records become one"))
      .one_of({"same", "different", "unsure", "out-of-scope", "no-person", "split", "join"});
  command.option(
      "RECORDS", &flags->records,
      catalog.say("The records, each as LIST:ID, or LIST:#ROW, or by the address of its page"));
  command.option("--table", &flags->table,
                 catalog.say("A table instead, CSV, XLSX or ODS: one that `sanaq review "
                             "--out` wrote and that was filled in, or pairs: list_l, "
                             "record_l, list_r, record_r, label (1 one person, 0 two, blank "
                             "not judged)"));
  command.reason(flags->reason);
  command.author(flags->by);
  add_allow_outside(command, context);
  command.example(
      {"sanaq decide my-count same morgue:17 hospital:203 --reason \"the same mother\""});
  command.runs([flags, &context] { decide(*flags, context); });
}

}  // namespace sanaq::cli
