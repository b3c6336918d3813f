#include "sanaq/workspace/person_change.h"

#include <algorithm>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "sanaq/answers/decisions_text.h"
#include "sanaq/base/error.h"
#include "sanaq/draw/markup.h"
#include "sanaq/investigation/split_join.h"
#include "sanaq/persons/contradicted_decisions.h"
#include "sanaq/workspace/names_found.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/person_at_hand.h"
#include "sanaq/workspace/review_waiting.h"

namespace sanaq::workspace {
namespace {

using base::Error;
using base::Kind;
using base::message;
using investigation::PersonsChange;
using MakeChange = std::function<PersonsChange()>;

constexpr std::string_view case_field = "case.";
constexpr std::size_t reason_bytes_most = 8000;

// What is common to both screens.
struct Changing {
  const Visit& visit;
  Bench& bench;
  const PersonAtHand& here;
  std::string verb;  // "split" or "join"
  [[nodiscard]] std::string pattern() const { return "/persons/{ID}/" + verb; }
};

std::uint32_t record_of_identity(const investigation::Outcome& outcome,
                                 const std::string& identity) {
  const std::vector<std::string>& all = outcome.records.identities;
  const auto found = std::find(all.begin(), all.end(), identity);
  if (found == all.end())
    throw Error(Kind::conflict,
                message("a record that you marked is not there any more, or its row was changed; "
                        "look at the person again"));
  return static_cast<std::uint32_t>(found - all.begin());
}

std::string reason_typed(const Visit& visit) {
  std::string reason = visit.form.value("reason");
  if (reason.size() > reason_bytes_most)
    throw Error(Kind::bad_input, message("the reason is too long; say it in a few sentences"));
  return reason;
}

// Whose the names of the case file are, as somebody has answered.
investigation::CaseSides sides_answered(const Visit& visit, const investigation::Outcome& outcome) {
  investigation::CaseSides sides;
  for (const auto& [name, value] : visit.form.fields) {
    if (!name.starts_with(case_field) || (value != "first" && value != "second")) continue;
    sides[record_of_identity(outcome, name.substr(case_field.size()))] =
        value == "first" ? investigation::CaseSide::first : investigation::CaseSide::second;
  }
  return sides;
}

// Every field but what this page adds itself.
Data fields_again(const Visit& visit) {
  Data fields(Data::type::list);
  for (const auto& [name, value] : visit.form.fields) {
    if (name == "csrf" || name == "do" || name == "act" || name == "insists" ||
        name.starts_with(case_field))
      continue;
    Data field;
    field.set("name", name);
    field.set("value", value);
    fields.push_back(field);
  }
  return fields;
}

Data lines_in(const std::string& text) {
  Data lines(Data::type::list);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.push_back(Data(draw::harmless(text.substr(at, end - at))));
    at = end + 1;
  }
  return lines;
}

void set_case_questions(Data& data, const Changing& changing, const PersonsChange& change) {
  const investigation::Outcome& outcome = changing.here.outcome();
  Data questions(Data::type::list);
  for (const std::uint32_t record : change.case_records) {
    Data question;
    const std::string& identity = outcome.records.identities[record];
    const std::string field = std::string(case_field) + identity;
    const std::string& answer = changing.visit.form.value(field);
    question.set("field", field);
    question.set("name", draw::harmless(exchange::name_as_written(outcome.records, record)));
    question.set("is_first", answer == "first");
    question.set("is_second", answer == "second");
    question.set("is_open", answer != "first" && answer != "second");
    questions.push_back(question);
  }
  const auto words = [&](const std::vector<std::uint32_t>& records) {
    std::string all;
    for (const std::uint32_t record : records)
      all += (all.empty() ? "" : " | ") +
             changing.here.all->words().named_line(record, changing.visit.voice.catalog());
    return draw::harmless(all);
  };
  data.set("has_questions", !change.case_records.empty());
  data.set("questions", questions);
  data.set("first", words(change.first));
  data.set("second", words(change.second));
}

http::Response change_page(const Changing& changing, const PersonsChange* change,
                           const std::optional<base::Message>& problem, int status) {
  const Visit& visit = changing.visit;
  const base::Catalog catalog(visit.voice.language());
  Data data, effect(Data::type::list);
  data.set("name", person_title(visit, changing.here));
  data.set("path", changing.here.path());
  data.set("verb", changing.verb);
  data.set("is_split", changing.verb == "split");
  data.set("csrf", csrf_field(visit, changing.pattern()));
  data.set("fields", fields_again(visit));
  data.set("has_problem", problem.has_value());
  data.set("problem", problem ? visit.voice.say_isolating(*problem) : std::string());
  data.set("can_enter", change != nullptr);
  if (change != nullptr) {
    for (const base::Message& said : change->effect)
      effect.push_back(Data(draw::harmless(visit.voice.say(said))));
    const std::string against = answers::contradictions_text(
        changing.here.outcome(),
        persons::contradictions(changing.here.outcome(),
                                decisions_in_force_of(changing.bench.folder()), change->decisions),
        catalog);
    data.set("contradictions", lines_in(against));
    data.set("must_insist", !against.empty());
    data.set("act", change->decisions.front().asked.task);
    set_case_questions(data, changing, *change);
  }
  data.set("effect", effect);
  return page(visit, changing.bench,
              {changing.verb == "split" ? visit.voice.say("Two persons, not one?")
                                        : visit.voice.say("One person, not two?"),
               "person", status},
              "person_change", data);
}

bool stands_already(const Bench& bench, const std::string& task) {
  const std::vector<ledger::Decision> standing = decisions_in_force_of(bench.folder());
  return std::any_of(standing.begin(), standing.end(),
                     [&](const ledger::Decision& one) { return one.asked.task == task; });
}

void enter_change(Bench& bench, std::vector<ledger::Decision> decisions) {
  bench.write([&](ledger::Writer& writer) {
    std::vector<std::pair<std::string, nlohmann::json>> entries;
    for (ledger::Decision& decision : decisions) {
      decision.by = writer.key().name();
      entries.emplace_back("decision", ledger::body_of(decision));
    }
    writer.append_all(entries);
  });
  bench.note_decisions();
}

// Pressed twice, it is entered once.
http::Response shown_or_entered(const Changing& changing, const MakeChange& make,
                                const MakeChange& make_answered) {
  const Visit& visit = changing.visit;
  PersonsChange change, answered;
  try {
    change = make();
    answered = make_answered();
  } catch (const Error& error) {
    const int status = error.kind() == Kind::conflict ? 409 : 422;
    return change_page(changing, nullptr, error.message(), status);
  }
  if (visit.form.value("do") != "enter") return change_page(changing, &change, std::nullopt, 200);
  if (stands_already(changing.bench, answered.decisions.front().asked.task))
    return http::see_other(changing.here.path() + "/records");
  if (visit.form.value("act") != change.decisions.front().asked.task)
    return change_page(changing, &change,
                       message("The records, or what holds them together, changed meanwhile, so "
                               "nothing was entered. This is what it would do now."),
                       409);
  const auto against = persons::contradictions(
      changing.here.outcome(), decisions_in_force_of(changing.bench.folder()), answered.decisions);
  const bool is_against =
      !against.decisions.empty() || !against.lists.empty() || !against.out_of_scope.empty();
  if (is_against && !visit.form.has("insists"))
    return change_page(changing, &change,
                       message("Something that holds now contradicts this; tick that you have seen "
                               "it, or leave it. Nothing was entered."),
                       409);
  enter_change(changing.bench, std::move(answered.decisions));
  return http::see_other(changing.here.path() + "/records");
}

std::vector<std::uint32_t> records_marked(const Visit& visit,
                                          const investigation::Outcome& outcome) {
  std::vector<std::uint32_t> records;
  for (const auto& [name, value] : visit.form.fields) {
    if (name == "record") records.push_back(record_of_identity(outcome, value));
  }
  std::sort(records.begin(), records.end());
  records.erase(std::unique(records.begin(), records.end()), records.end());
  return records;
}

}  // namespace

http::Response split_person_of(const Visit& visit, Bench& bench) {
  const PersonAtHand here = person_at_hand(visit, bench);
  const Changing changing{visit, bench, here, "split"};
  const auto make = [&](bool with_answers) {
    const std::vector<std::uint32_t> records = records_marked(visit, here.outcome());
    for (const std::uint32_t record : records) {
      if (here.all->of_record(record) != here.person)
        throw Error(Kind::conflict,
                    message("a record that you marked is of another person by now; look at the "
                            "person again"));
    }
    return investigation::split_person(
        here.outcome(), records, reason_typed(visit),
        with_answers ? sides_answered(visit, here.outcome()) : investigation::CaseSides(),
        visit.voice.catalog());
  };
  return shown_or_entered(
      changing, [&] { return make(false); }, [&] { return make(true); });
}

http::Response show_join(const Visit& visit, Bench& bench) {
  const PersonAtHand here = person_at_hand(visit, bench);
  if (auto other = leads_on(visit, here, "/join")) return *other;
  const std::string& typed = visit.query.value("q");
  Data data;
  const std::string title = person_title(visit, here);
  data.set("name", title);
  data.set("path", here.path());
  data.set("q", typed);
  data.set("csrf", csrf_field(visit, "/persons/{ID}/join"));
  data.set("is_searched", !typed.empty());
  if (!typed.empty())
    data.set("found", names_found(visit, bench, typed, here.path() + "/join", "other"));
  return page(visit, bench, {visit.voice.say("One person, not two?"), "person"}, "person_join",
              data);
}

http::Response join_person_with(const Visit& visit, Bench& bench) {
  const PersonAtHand here = person_at_hand(visit, bench);
  const Changing changing{visit, bench, here, "join"};
  const MakeChange make = [&] {
    if (visit.form.value("other").empty())
      throw Error(Kind::bad_input, message("choose the other person among those that were found"));
    const persons::Person* other = here.all->called(visit.form.value("other"));
    if (other == nullptr)
      throw Error(Kind::conflict, message("the other person is not there any more; look again"));
    if (!here.all->is_of_lists(*other) || !here.all->is_of_lists(*here.person))
      throw Error(Kind::bad_input,
                  message("only the case file names this person; write LIST:RECORD in its table "
                          "to say who is meant"));
    return investigation::join_persons(here.outcome(), here.person->records.front(),
                                       other->records.front(), reason_typed(visit),
                                       visit.voice.catalog());
  };
  return shown_or_entered(changing, make, make);
}

}  // namespace sanaq::workspace
