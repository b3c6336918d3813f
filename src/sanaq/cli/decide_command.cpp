#include "sanaq/cli/decide_command.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/investigation/reviewed_pairs.h"
#include "sanaq/investigation/who_is_who.h"

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
    decision.cells.push_back(
        investigation::cells_read(outcome.records, outcome.list_fields, record));
  }
  return decision;
}

Decisions named_decision(const Flags& flags, const investigation::Outcome& outcome,
                         Context& context) {
  static const std::map<std::string, ledger::Verdict> verdicts = {
      {"same", ledger::Verdict::same},
      {"different", ledger::Verdict::different},
      {"out-of-scope", ledger::Verdict::out_of_scope}};
  std::vector<std::uint32_t> records;
  for (const std::string& text : flags.records) {
    const std::uint32_t record = investigation::record_called(outcome, text);
    if (const auto note = investigation::note_on_address(outcome, text))
      context.note(context.catalog.say(*note) + "\n");
    if (std::find(records.begin(), records.end(), record) != records.end())
      throw base::Error(base::Kind::usage,
                        base::message("{}: this record is named twice; name each once", text));
    records.push_back(record);
  }
  return {decision_on(outcome, verdicts.at(flags.verdict), records)};
}

Decisions table_of_decisions(const Flags& flags, const investigation::Outcome& outcome,
                             Context& context) {
  const investigation::Labels labels =
      investigation::read_labels(base::MappedFile(flags.table).bytes(), flags.table);
  Decisions decisions;
  for (const link::Decision& pair :
       investigation::reviewed_pairs(labels, flags.table, outcome.records))
    decisions.push_back(decision_on(outcome,
                                    pair.same ? ledger::Verdict::same : ledger::Verdict::different,
                                    {pair.left, pair.right}));
  if (labels.not_judged > 0)
    context.note(context.catalog.say(
                     base::message("rows without a label, passed over: {}", labels.not_judged)) +
                 "\n");
  return decisions;
}

void check_flags(const Flags& flags) {
  const bool is_named = !flags.verdict.empty() && !flags.records.empty();
  if (flags.table.empty() == !is_named || (!flags.table.empty() && !flags.verdict.empty()))
    throw base::Error(
        base::Kind::usage,
        base::message("give a verdict and records, as in `sanaq decide DIR same morgue:17 "
                      "hospital:203`, or a table of pairs with --table"));
  if (is_named && flags.verdict != "out-of-scope" && flags.records.size() < 2)
    throw base::Error(base::Kind::usage, base::message("name at least two records to decide on"));
}

void decide(const Flags& flags, Context& context) {
  check_flags(flags);
  clear_leftovers(flags.folder, context);
  const investigation::Outcome outcome =
      investigation::ingest_lists(flags.folder, face_of(context));
  Decisions decisions = flags.table.empty() ? named_decision(flags, outcome, context)
                                            : table_of_decisions(flags, outcome, context);
  if (decisions.empty()) {
    context.print(context.catalog.say("no pair is judged, so nothing was entered") + "\n");
    return;
  }
  enter_what_was_done(outcome, context);
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  std::vector<std::pair<std::string, nlohmann::json>> entries;
  for (ledger::Decision& decision : decisions) {
    decision.reason = flags.reason;
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

}  // namespace

void add_decide(CLI::App& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  CLI::App* command =
      app.add_subcommand("decide", catalog.say("Enter a reviewer's decision on records: one "
                                               "person, different persons, or out of scope"));
  command->add_option("DIR", flags->folder, catalog.say("The investigation"))->required();
  command->add_option("VERDICT", flags->verdict, catalog.say("same, different or out-of-scope"))
      ->check(CLI::IsMember({"same", "different", "out-of-scope"}));
  command->add_option(
      "RECORDS", flags->records,
      catalog.say("The records, each as LIST:ID, or LIST:#ROW, or by the address of its page"));
  command->add_option("--table", flags->table,
                      catalog.say("A table of pairs instead: list_l, record_l, list_r, record_r, "
                                  "label (1 one person, 0 two, blank not judged)"));
  command->add_option("--reason", flags->reason, catalog.say("Why"));
  command->add_option("--by", flags->by, catalog.say("Your name, for the ledger"));
  add_allow_outside(*command, context);
  command->footer(
      catalog.say("Example:") +
      "\n  sanaq decide my-count same morgue:17 hospital:203 --reason \"the same mother\"");
  command->callback([flags, &context] { decide(*flags, context); });
}

}  // namespace sanaq::cli
