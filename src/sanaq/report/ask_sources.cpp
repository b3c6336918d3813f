#include "sanaq/report/ask_sources.h"

#include <algorithm>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/persons/resolve_person.h"
#include "sanaq/text/fold.h"

namespace sanaq::report {
namespace {

using base::message;
using casefile::Fact;
using casefile::Statement;
using nlohmann::ordered_json;

std::string rule_word(casefile::Rule rule) {
  switch (rule) {
    case casefile::Rule::undisputed:
      return "undisputed";
    case casefile::Rule::reviewer:
      return "reviewer";
    case casefile::Rule::reliability:
      return "reliability";
    case casefile::Rule::recency:
      break;
  }
  return "recency";
}

std::string where(const Statement& said) {
  if (!said.origin.entry.empty())
    return said.origin.entry + (said.locator.empty() ? "" : ", " + said.locator);
  return said.origin.file + ":" + std::to_string(said.origin.row);
}

void add_statement(const Statement& said, const Fact& fact, bool is_shown, Answer& answer) {
  answer.table.push_back({said.subject, fact.property, (is_shown ? "" : "≠ ") + said.value,
                          said.source, where(said), said.origin.hash.substr(0, 12),
                          said.visibility});
  answer.json["statements"].push_back({{"subject", said.subject},
                                       {"property", fact.property},
                                       {"value", said.value},
                                       {"lang", said.language},
                                       {"shown", is_shown},
                                       {"rule", rule_word(fact.rule)},
                                       {"source", said.source},
                                       {"locator", said.locator},
                                       {"file", said.origin.file},
                                       {"sha256", said.origin.hash},
                                       {"row", said.origin.row},
                                       {"entry", said.origin.entry},
                                       {"confidence", said.confidence},
                                       {"visibility", said.visibility},
                                       {"author", said.author},
                                       {"time", said.time}});
}

void add_thing(const CaseAsked& asked, const std::string& subject, Answer& answer) {
  for (const Fact& fact : asked.view.facts(subject)) {
    for (const std::size_t at : fact.same)
      add_statement(asked.view.statements()[at], fact, true, answer);
    for (const std::size_t at : fact.others)
      add_statement(asked.view.statements()[at], fact, false, answer);
  }
}

// Entities that speak of a person: his acts, custodies, posts, and what is said of him.
std::vector<std::string> things_about(const CaseAsked& asked, const std::string& key,
                                      const casefile::Resolve& resolve) {
  std::vector<std::string> subjects;
  std::set<std::string> seen;
  const auto is_meant = [&](const std::string& ref) {
    const std::string person = resolve(ref);
    return (person.empty() ? "name:" + text::fold(ref) : person) == key;
  };
  for (const Statement& said : asked.view.statements()) {
    const bool speaks = said.property == "victim" || said.property == "perpetrator" ||
                        said.property == "person" || said.property == "to" ||
                        said.property == "from";
    const bool is_about =
        (speaks && is_meant(said.value)) || (casefile::kind_of(said.subject) == "person" &&
                                             is_meant(std::string(casefile::id_of(said.subject))));
    if (is_about && seen.insert(said.subject).second) subjects.push_back(said.subject);
  }
  return subjects;
}

// What was mended of a record: its cells are read so, and its list's file says something else.
void add_mendings(const investigation::Outcome& outcome, std::uint32_t record,
                  const base::Catalog& catalog, const std::string& thing, Answer& answer,
                  ordered_json& json) {
  for (const persons::MendingHeld& held : outcome.mendings_held) {
    if (held.record != record) continue;
    const persons::Mending& mending = held.mending;
    const std::string entry = persons::short_name(mending.place);
    answer.table.push_back({thing, catalog.say(message("mended: {}", mending.column)),
                            mending.value, mending.author + ": " + mending.reason, entry, "", ""});
    json["mended"].push_back({{"column", mending.column},
                              {"was", held.was},
                              {"now", mending.value},
                              {"by", mending.author},
                              {"reason", mending.reason},
                              {"time", mending.time},
                              {"entry", entry}});
  }
}

void add_records(const CaseAsked& asked, const std::string& person, Answer& answer) {
  const investigation::Outcome& outcome = asked.outcome;
  for (const auto* persons : {&outcome.persons, &outcome.case_persons}) {
    for (const persons::Person& one : *persons) {
      if (one.id != person) continue;
      for (const std::uint32_t record : one.records) {
        const record::List& list = outcome.records.lists[outcome.records.list_of[record]];
        const bool is_list = outcome.records.list_of[record] < outcome.lists.size();
        const std::string row = std::to_string(outcome.records.rows[record]);
        answer.table.push_back({"person:" + person, "record", outcome.records.ids[record],
                                list.name, is_list ? list.file + ":" + row : "",
                                is_list ? list.version.substr(0, 12) : "", ""});
        answer.json["records"].push_back({{"list", list.name},
                                          {"record", outcome.records.ids[record]},
                                          {"row", outcome.records.rows[record]},
                                          {"file", is_list ? list.file : ""},
                                          {"sha256", is_list ? list.version : ""}});
        add_mendings(outcome, record, asked.catalog, "person:" + person, answer,
                     answer.json["records"].back());
      }
    }
  }
}

}  // namespace

Answer ask_sources(const CaseAsked& asked, const std::string& of) {
  const base::Catalog& catalog = asked.catalog;
  Answer answer;
  answer.json = {
      {"of", of}, {"records", ordered_json::array()}, {"statements", ordered_json::array()}};
  answer.table.push_back({catalog.say("thing"), catalog.say("what is said"), catalog.say("value"),
                          catalog.say("source"), catalog.say("where"), "SHA-256",
                          catalog.say("visibility")});
  if (asked.view.has(of) && casefile::kind_of(of) != "person") {
    add_thing(asked, of, answer);
    return answer;
  }
  const casefile::Resolve resolve = persons::resolve_person(asked.outcome);
  const std::string ref = of.starts_with("person:") ? of.substr(7) : of;
  const std::string person = resolve(ref);
  if (const auto note = persons::note_on_address(asked.outcome, ref)) {
    answer.before.push_back(catalog.say(*note));
    answer.json["note"] = catalog.say(*note);
  }
  add_records(asked, person, answer);
  const std::string key = person.empty() ? "name:" + text::fold(ref) : person;
  answer.json["person"] = person;
  for (const std::string& subject : things_about(asked, key, resolve))
    add_thing(asked, subject, answer);
  if (answer.table.size() == 1) {
    throw base::Error(
        base::Kind::not_found,
        message("nothing is said of this; name a thing as KIND:ID, or a person by name, "
                "LIST:RECORD or id"));
  }
  return answer;
}

}  // namespace sanaq::report
