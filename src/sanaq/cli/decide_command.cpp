#include "sanaq/cli/decide_command.h"

#include <map>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/record/identity.h"

namespace sanaq::cli {
namespace {

struct Flags {
  std::string folder, verdict, reason, by;
  std::vector<std::string> records;
};

// "morgue:17" -> the record's identity.
std::string identity_of(const std::string& text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == text.size()) {
    throw base::Error(
        base::Kind::usage,
        base::message("{}: a record is named LIST:ID, the list's name and the record's id in it",
                      text));
  }
  return record::Identities(text.substr(0, colon)).of_id(text.substr(colon + 1));
}

void decide(const Flags& flags, Context& context) {
  static const std::map<std::string, ledger::Verdict> verdicts = {
      {"same", ledger::Verdict::same},
      {"different", ledger::Verdict::different},
      {"out-of-scope", ledger::Verdict::out_of_scope}};
  ledger::Decision decision;
  decision.verdict = verdicts.at(flags.verdict);
  if (decision.verdict != ledger::Verdict::out_of_scope && flags.records.size() < 2) {
    throw base::Error(base::Kind::usage, base::message("name at least two records to decide on"));
  }
  for (const std::string& text : flags.records) decision.records.push_back(identity_of(text));
  decision.reason = flags.reason;
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  decision.by = flags.by.empty() ? writer.key().name() : flags.by;
  context.print(
      context.catalog.say(base::message(
          "entered as {}", short_place(writer.append("decision", ledger::body_of(decision))))) +
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
      ->required()
      ->check(CLI::IsMember({"same", "different", "out-of-scope"}));
  command->add_option("RECORDS", flags->records, catalog.say("The records, each as LIST:ID"))
      ->required();
  command->add_option("--reason", flags->reason, catalog.say("Why"));
  command->add_option("--by", flags->by, catalog.say("Your name, for the ledger"));
  command->footer(
      catalog.say("Example:") +
      "\n  sanaq decide my-count same morgue:17 hospital:203 --reason \"the same mother\"");
  command->callback([flags, &context] { decide(*flags, context); });
}

}  // namespace sanaq::cli
