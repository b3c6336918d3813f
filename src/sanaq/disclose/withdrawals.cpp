#include "sanaq/disclose/withdrawals.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/disclose/closed_references.h"
#include "sanaq/disclose/disclose_provenance.h"
#include "sanaq/disclose/list_names.h"
#include "sanaq/disclose/made_ids.h"
#include "sanaq/disclose/row_words.h"
#include "sanaq/ledger/grounds.h"
#include "sanaq/pages/case_page.h"
#include "sanaq/persons/case_names.h"
#include "sanaq/persons/case_persons.h"
#include "sanaq/persons/resolve_person.h"
#include "sanaq/text/fold.h"

namespace sanaq::disclose {
namespace {

using casefile::Statement;
using nlohmann::json;

std::string text_in(const json& body, const char* name) {
  const auto found = body.find(name);
  return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Whom a statement names in its value or behind the slash of its property; "" if nobody.
std::string named_in(const std::string& property, const std::string& value) {
  const InProperty parts = parts_of(property);
  if (parts.head == "involvement" || parts.head == "count") return parts.name;
  const std::string& column = parts.head == "view" ? parts.name : parts.head;
  for (const char* one : {"person", "victim", "perpetrator", "from", "to"}) {
    if (column == one) return value;
  }
  return {};
}

// The page of a thing that is not there any more. An organisation's address may say its name.
std::string page_of_thing(const std::string& subject) {
  const std::string_view kind = casefile::kind_of(subject);
  for (const char* own : {"event", "custody", "claim", "demand"}) {
    if (kind == own)
      return std::string(own) + "/" + pages::slug(casefile::id_of(subject)) + ".html";
  }
  return {};
}

std::string full_name(const record::RecordTable& records, std::uint32_t record) {
  std::string name;
  for (const record::Field field : {record::Field::name, record::Field::family,
                                    record::Field::given, record::Field::patronymic}) {
    for (const record::Column& column : records.columns) {
      const std::string& text = column.values[column.codes[record]];
      if (column.field == field && !text.empty()) name += (name.empty() ? "" : " ") + text;
    }
    if (field == record::Field::name && !name.empty()) return name;
  }
  return name;
}

}  // namespace

void Withdrawals::add(const std::string& by, const std::string& ground,
                      const std::string& subject) {
  One one;
  one.said = {by, ledger::ground_of(ground), ""};
  one.subject = subject;
  one.is_person = casefile::kind_of(subject) == "person";
  if (!one.is_person) one.said.page = page_of_thing(subject);
  all_.push_back(std::move(one));
}

void Withdrawals::know() {
  if (outcome_ == nullptr || all_.empty()) return;
  resolve_ = persons::resolve_person(*outcome_);
  know_ids();
  for (One& one : all_) {
    if (!one.is_person) continue;
    know_records(one);
    know_things(one);
  }
}

// Whom each means: by an address, a record or a name. A name that is not surely somebody's may be
// that of several, and closes them all (person_rules.h).
void Withdrawals::know_ids() {
  std::vector<persons::CaseName> names;
  std::vector<One*> named;
  for (One& one : all_) {
    const std::string ref(casefile::id_of(one.subject));
    const std::string id = one.is_person ? resolve_(ref) : std::string();
    if (!id.empty()) one.ids.insert(id);
    if (!one.is_person || persons::is_person_id(ref) ||
        persons::is_record_reference(ref, outcome_->config))
      continue;
    names.push_back({ref, {}, {}, {}, {}, {}});
    named.push_back(&one);
  }
  if (names.empty()) return;
  const auto fitting = persons::persons_named(*outcome_, names, persons::Fit::perhaps);
  for (std::size_t at = 0; at < named.size(); ++at) {
    for (const std::size_t person : fitting[at])
      named[at]->ids.insert(outcome_->persons[person].id);
  }
}

void Withdrawals::know_records(One& one) const {
  for (const auto* persons : {&outcome_->persons, &outcome_->case_persons}) {
    for (const persons::Person& person : *persons) {
      if (one.ids.contains(person.id))
        one.records.insert(one.records.end(), person.records.begin(), person.records.end());
    }
  }
  for (const std::uint32_t record : one.records) {
    if (record < outcome_->records.identities.size())
      one.identities.insert(outcome_->records.identities[record]);
    one.names.add(full_name(outcome_->records, record), "");
  }
}

void Withdrawals::know_things(One& one) const {
  for (const Statement& said : outcome_->case_file.said) {
    const std::string ref = named_in(said.property, said.value);
    if (!ref.empty() && means(one, ref)) one.things.insert(said.subject);
  }
  for (const Statement& said : outcome_->case_file.said) {
    if (casefile::kind_of(said.subject) == "change" && said.property == "custody" &&
        one.things.contains(casefile::subject_of("custody", said.value)))
      one.things.insert(said.subject);
  }
}

bool Withdrawals::means(const One& one, const std::string& ref) const {
  if (text::fold(ref) == text::fold(casefile::id_of(one.subject))) return true;
  return resolve_ && one.ids.contains(resolve_(ref));
}

bool Withdrawals::is_about(const One& one, const json& body) const {
  const std::string subject = text_in(body, "subject");
  if (body.contains("sha256") && casefile::kind_of(one.subject) == "document")
    return text::fold(text_in(body, "sha256")) == text::fold(casefile::id_of(one.subject));
  if (const auto records = body.find("records"); records != body.end() && records->is_array())
    return std::any_of(records->begin(), records->end(), [&](const json& record) {
      return record.is_string() && one.identities.contains(record.get<std::string>());
    });
  if (subject == one.subject) return true;
  if (!one.is_person) return false;
  const std::string ref = casefile::kind_of(subject) == "person"
                              ? std::string(casefile::id_of(subject))
                              : named_in(text_in(body, "property"), text_in(body, "value"));
  if ((!ref.empty() && means(one, ref)) || one.things.contains(subject)) return true;
  if (one.names.is_empty()) return false;
  for (const char* name : {"value", "source", "locator"}) {
    const std::string text = text_in(body, name);
    if (one.names.without(text) != text) return true;
  }
  return false;
}

std::optional<Withdrawn> Withdrawals::of_entry(const json& body) const {
  for (const One& one : all_) {
    if (is_about(one, body)) return one.said;
  }
  return std::nullopt;
}

std::vector<std::string> Withdrawals::addresses(const One& one, const std::string& secret) const {
  std::vector<std::string> all;
  for (const std::uint32_t record : one.records) {
    if (record < outcome_->origins.size())
      all.push_back(persons::keyed_address(secret, outcome_->origins[record]));
  }
  return all;
}

void Withdrawals::find_rows_of_lists(const One& one,
                                     std::map<std::string, Withdrawn>& found) const {
  const ListNames names(outcome_->config);
  std::map<std::string, std::size_t> rows;  // public name of a list -> records of the person there
  for (const std::uint32_t record : one.records) {
    const std::size_t list = outcome_->records.list_of[record];
    if (list < outcome_->config.lists.size()) ++rows[names.of(outcome_->records.lists[list].name)];
  }
  for (const std::string& secret : secrets_of(outcome_->addresses)) {
    for (const std::string& address : addresses(one, secret)) {
      Withdrawn said = one.said;
      said.page = "person/" + address + ".html";
      for (const auto& [list, count] : rows) {
        for (std::size_t number = 0; number < count; ++number)
          found.emplace(place_of_row(secret, list, address, number), said);
      }
    }
  }
}

void Withdrawals::find_rows_of_tables(const One& one,
                                      std::map<std::string, Withdrawn>& found) const {
  std::map<std::pair<std::string, std::string>, std::set<std::int64_t>> rows;  // table, subject
  for (const Statement& said : outcome_->case_file.said) {
    if (said.origin.file.empty()) continue;
    const json body = {{"subject", said.subject},
                       {"property", said.property},
                       {"value", said.value},
                       {"source", said.source},
                       {"locator", said.locator}};
    if (is_about(one, body))
      rows[{public_table_name(*outcome_, said.origin.file), said.subject}].insert(said.origin.row);
  }
  const std::vector<Statement> open = harmless_public_part(outcome_->case_file.said);
  for (const std::string& secret : secrets_of(outcome_->addresses)) {
    const MadeIds ids(open, secret);
    for (const auto& [row, numbers] : rows) {
      const std::string id(casefile::id_of(row.second));
      std::vector<std::string> subjects = {
          casefile::subject_of(casefile::kind_of(row.second), ids.public_id(id))};
      if (casefile::kind_of(row.second) == "person") {
        for (const std::string& address : addresses(one, secret))
          subjects.push_back(casefile::subject_of("person", address));
      }
      for (const std::string& subject : subjects) {
        for (std::size_t number = 0; number < numbers.size(); ++number)
          found.emplace(place_of_row(secret, table_word(row.first), subject, number), one.said);
      }
    }
  }
}

void Withdrawals::find_rows(std::map<std::string, Withdrawn>& found) const {
  if (outcome_ == nullptr) return;
  for (const One& one : all_) {
    find_rows_of_lists(one, found);
    find_rows_of_tables(one, found);
  }
}

}  // namespace sanaq::disclose
