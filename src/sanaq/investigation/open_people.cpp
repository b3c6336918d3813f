#include "sanaq/investigation/open_people.h"

#include "sanaq/persons/case_names.h"
#include "sanaq/persons/case_persons.h"
#include "sanaq/persons/resolve_person.h"

namespace sanaq::investigation {
namespace {

// A register that holds nothing but what is open, so that what joins names to the whole register
// joins them to this one.
persons::Register as_register(const Outcome& outcome, const OpenRegister& shown) {
  persons::Register open;
  open.records = shown.table;
  std::map<std::uint32_t, std::uint32_t> place;  // index in the whole -> here
  for (std::uint32_t at = 0; at < shown.records.size(); ++at) {
    place[shown.records[at]] = at;
    open.origins.push_back(outcome.origins[shown.records[at]]);
    open.record_ids.push_back(
        persons::keyed_address(outcome.addresses.secret, open.origins.back()));
    open.arrivals.push_back(outcome.arrivals[shown.records[at]]);
    open.in_scope.push_back(true);
    open.link.person_of.push_back(0);
    open.link.probability.push_back(1);
  }
  for (const OpenPerson& from : shown.persons) {
    persons::Person person;
    person.id = from.address;
    for (const std::uint32_t record : from.records) person.records.push_back(place.at(record));
    open.persons.push_back(std::move(person));
  }
  return open;
}

}  // namespace

OpenPeople::OpenPeople(const Outcome& outcome, const OpenRegister& shown,
                       const std::vector<casefile::Statement>& said)
    : outcome_(outcome) {
  persons::Register open = as_register(outcome, shown);
  std::vector<record::BadCell> reported;  // to whoever ran ingest, of the whole case file
  const std::vector<persons::CaseName> names = persons::case_names(said, outcome.config, reported);
  base::Progress silent;
  if (auto list = persons::case_list(names, outcome.config, silent))
    persons::join_case_names(open, names, std::move(*list),
                             std::vector<std::int64_t>(names.size(), 0), reported);
  resolve_ = persons::resolve_person(open);
  for (const OpenPerson& person : shown.persons) {
    pages_[person.address] = true;
    for (const std::uint32_t record : person.records) page_of_record_[record] = person.address;
  }
  for (const persons::CaseName& name : names) first_names_.emplace(resolve_(name.ref), name.ref);
}

std::string OpenPeople::page(const std::string& ref) const {
  const std::string person = resolve_(ref);
  if (pages_.contains(person)) return person;
  if (!persons::is_person_id(ref)) return {};
  if (!known_) known_.emplace(outcome_);
  const auto record = known_->record(ref);
  const auto found = record ? page_of_record_.find(*record) : page_of_record_.end();
  return found == page_of_record_.end() ? std::string() : found->second;
}

std::string OpenPeople::first_name(const std::string& name) const {
  const std::string person = resolve_(name);
  const auto found = person.empty() ? first_names_.end() : first_names_.find(person);
  return found == first_names_.end() ? name : found->second;
}

}  // namespace sanaq::investigation
