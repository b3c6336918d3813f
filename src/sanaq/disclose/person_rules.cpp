#include "sanaq/disclose/person_rules.h"

#include <algorithm>

#include "sanaq/investigation/outcome.h"
#include "sanaq/pages/public_case.h"
#include "sanaq/persons/case_names.h"
#include "sanaq/persons/case_persons.h"
#include "sanaq/persons/resolve_person.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/initials.h"

namespace sanaq::disclose {
namespace {

using casefile::Consent;
using casefile::NameForm;
using casefile::PersonForm;
using casefile::PlaceForm;
using casefile::Statement;
using record::Field;

// A reviewer's choice, view/consent, narrows like any other word.
std::string_view plain_property(std::string_view property) {
  return property.substr(property.starts_with("view/") ? 5 : 0);
}

bool is_a_death(const Statement& said) {
  const std::string_view property = plain_property(said.property);
  return property == "death" && !said.value.empty();
}

// Acts of which somebody died: those against life, and those after which he was dead.
std::set<std::string> deadly_acts(const std::vector<Statement>& said) {
  std::set<std::string> acts;
  for (const Statement& one : said) {
    if (!one.is_public() || casefile::kind_of(one.subject) != "act") continue;
    if ((one.property == "type" && one.value.starts_with("0101")) ||
        (one.property == "status" && one.value == "0101"))
      acts.insert(one.subject);
  }
  return acts;
}

// One for all orders and spellings of the same words.
std::string as_written(std::string_view name) {
  std::vector<std::string> words;
  for (TextWord& word : words_of(name)) words.push_back(std::move(word.folded));
  std::sort(words.begin(), words.end());
  std::string all;
  for (const std::string& word : words) all += word + " ";
  return all;
}

bool says_a_form(const std::vector<Statement>& said) {
  return std::any_of(said.begin(), said.end(), [](const Statement& one) {
    return casefile::kind_of(one.subject) == "person";
  });
}

}  // namespace

std::string PersonRule::shown(std::string_view full_name) const {
  if (is_closed || name == NameForm::none) return {};
  return name == NameForm::full ? std::string(full_name) : text::initials(full_name);
}

PersonRules::PersonRules(const investigation::Outcome& outcome,
                         const investigation::OpenColumns& open)
    : outcome_(outcome), open_(open) {
  if (!outcome.case_file.said.empty()) {
    resolve_ = persons::resolve_person(outcome);
    read_deaths();
    read_offices();
    read_forms();
  }
  hide_records();
  hide_names();
}

void PersonRules::read_forms() {
  if (!says_a_form(outcome_.case_file.said)) return;
  for (const persons::Person& person : outcome_.persons) listed_.insert(person.id);
  Forms said;
  std::map<std::string, std::optional<casefile::FormProperty>, std::less<>> properties;
  for (const Statement& one : outcome_.case_file.said) {
    if (casefile::kind_of(one.subject) != "person") continue;
    const auto [known, is_new] = properties.try_emplace(std::string(plain_property(one.property)));
    if (is_new) known->second = casefile::form_property(known->first);
    if (known->second)
      casefile::narrow(said[std::string(casefile::id_of(one.subject))], *known->second, one.value);
  }
  std::erase_if(said, [](const auto& one) { return one.second == PersonForm{}; });
  if (!said.empty()) spread(said);
}

// From what a statement calls somebody to the persons who may be meant: where a name fits several,
// to all of them.
void PersonRules::spread(const Forms& said) {
  std::vector<record::BadCell> reported;
  std::map<std::string, persons::CaseName> case_names;
  for (persons::CaseName& name :
       persons::case_names(outcome_.case_file.said, outcome_.config, reported))
    case_names.emplace(name.ref, std::move(name));
  std::vector<persons::CaseName> unclear;
  for (const auto& [ref, form] : said) {
    casefile::narrow(by_name_[text::fold(ref)], form);
    const std::string id = resolve_(ref);
    if (!id.empty()) casefile::narrow(by_person_[id], form);
    if (listed_.contains(id)) continue;
    const auto name = case_names.find(ref);
    if (name != case_names.end()) {
      unclear.push_back(name->second);
    } else if (id.empty()) {
      nobody_.push_back(ref);
    }
  }
  const auto persons = persons::persons_named(outcome_, unclear, persons::Fit::perhaps);
  for (std::size_t at = 0; at < unclear.size(); ++at) {
    for (const std::size_t person : persons[at])
      casefile::narrow(by_person_[outcome_.persons[person].id], said.at(unclear[at].ref));
  }
}

void PersonRules::read_deaths() {
  const std::set<std::string> acts = deadly_acts(outcome_.case_file.said);
  for (const Statement& one : outcome_.case_file.said) {
    if (!one.is_public()) continue;
    const std::string_view kind = casefile::kind_of(one.subject);
    if (kind == "person" && is_a_death(one)) dead_.insert(text::fold(casefile::id_of(one.subject)));
    if (kind == "act" && one.property == "victim" && acts.contains(one.subject))
      dead_.insert(text::fold(one.value));
  }
  read_deaths_on_lists();
}

// A record of an open list whose scope or whose open cell says that its person is dead.
bool PersonRules::tells_a_death(std::uint32_t record) const {
  const std::size_t list = outcome_.records.list_of[record];
  if (list >= open_.size() || !outcome_.in_scope[record]) return false;
  const auto& columns = outcome_.records.columns;
  for (std::size_t at = 0; at < columns.size(); ++at) {
    if (!open_[list][at] || columns[at].codes[record] == 0) continue;
    const bool is_of_death =
        columns[at].field == Field::death || columns[at].field == Field::death_year;
    if (outcome_.config.scope.all_dead() ||
        (is_of_death && !columns[at].canonical[columns[at].codes[record]].empty()))
      return true;
  }
  return false;
}

void PersonRules::read_deaths_on_lists() {
  std::vector<bool> tell(outcome_.records.record_count());
  for (const persons::Person& person : outcome_.persons) {
    for (const std::uint32_t record : person.records) {
      tell[record] = tells_a_death(record);
      if (tell[record]) dead_.insert(person.id);
    }
  }
  std::vector<record::BadCell> reported;
  const auto names = persons::case_names(casefile::public_part(outcome_.case_file.said),
                                         outcome_.config, reported);
  if (names.empty()) return;  // to look for nobody costs the reading of every name
  const auto named = persons::persons_named(outcome_, names, persons::Fit::surely, tell);
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (!named[at].empty()) dead_.insert(text::fold(names[at].ref));
  }
}

void PersonRules::read_offices() {
  for (const Statement& one : outcome_.case_file.said) {
    const std::string_view kind = casefile::kind_of(one.subject);
    const bool tells = (kind == "post" && one.property == "person") ||
                       (kind == "act" && one.property == "perpetrator");
    if (!tells || !one.is_public()) continue;
    in_office_.insert(text::fold(one.value));
  }
}

PersonRule PersonRules::rule(const PersonForm& form, bool needs_consent) const {
  PersonRule rule;
  rule.is_closed = form.is_closed || form.consent == Consent::no ||
                   (needs_consent && form.consent == Consent::unsaid);
  rule.is_name_only = form.consent == Consent::name_only;
  rule.name = form.name;
  rule.place = rule.is_name_only ? PlaceForm::none : form.place;
  return rule;
}

PersonRule PersonRules::of_record(std::uint32_t record) const {
  const bool is_known = record < of_records_.size();
  return rule(is_known ? of_records_[record] : PersonForm{}, outcome_.config.publish.needs_consent);
}

PersonRules::Known PersonRules::known(const std::string& ref) const {
  Known out;
  const std::string name = text::fold(ref);
  if (resolve_) out.id = resolve_(ref);
  if (const auto found = by_name_.find(name); found != by_name_.end())
    casefile::narrow(out.form, found->second);
  if (const auto found = by_person_.find(out.id); !out.id.empty() && found != by_person_.end())
    casefile::narrow(out.form, found->second);
  // A name that fits a person of whom something was said, and nobody else for sure.
  const bool is_marked = casefile::name_without_mark(ref).size() != ref.size();
  if (!by_written_.empty() && !listed_.contains(out.id) && !is_marked) {
    if (const auto found = by_written_.find(as_written(ref)); found != by_written_.end())
      casefile::narrow(out.form, found->second);
  }
  // Whoever is named by his record on a list of the dead is said to be dead by that.
  const bool is_record = persons::is_record_reference(ref, outcome_.config);
  const bool is_id = persons::is_person_id(ref);
  out.is_dead =
      dead_.contains(name) || ((is_record || is_id) && !out.id.empty() &&
                               (outcome_.config.scope.all_dead() || dead_.contains(out.id)));
  out.is_in_office = in_office_.contains(name);
  return out;
}

PersonRule PersonRules::of_cell(const std::string& ref, Needs needs) const {
  const Known who = known(ref);
  const bool is_nobody = who.id.empty() && (persons::names_no_list(ref, outcome_.config) ||
                                            persons::is_record_reference(ref, outcome_.config) ||
                                            persons::is_person_id(ref));
  const bool is_asked =
      needs == Needs::consent || (needs == Needs::consent_out_of_office && !who.is_in_office);
  const bool needs_consent =
      is_asked && !is_nobody && (!who.is_dead || outcome_.config.publish.needs_consent);
  return rule(who.form, needs_consent);
}

bool PersonRules::is_somebody(const std::string& ref) const {
  return resolve_ && !resolve_(ref).empty();
}

void PersonRules::hide_records() {
  if (by_person_.empty() && !outcome_.config.publish.needs_consent) return;
  of_records_.resize(outcome_.records.record_count());
  for (const auto* persons : {&outcome_.persons, &outcome_.case_persons}) {
    for (const persons::Person& person : *persons) {
      const auto form = by_person_.find(person.id);
      if (form == by_person_.end()) continue;
      for (const std::uint32_t record : person.records) {
        of_records_[record] = form->second;
        person_of_[record] = person.id;
      }
    }
  }
  hidden_.closed.resize(of_records_.size());
  hidden_.in_part.resize(of_records_.size());
  for (std::uint32_t record = 0; record < of_records_.size(); ++record) {
    const PersonRule rule = of_record(record);
    hidden_.closed[record] = rule.is_closed;
    hidden_.in_part[record] = !rule.is_whole();
  }
}

std::string PersonRules::record_name(std::uint32_t record) const {
  std::string whole, parts;
  for (const auto& column : outcome_.records.columns) {
    const std::string& text = column.values[column.codes[record]];
    if (column.field == Field::name) whole = text;
  }
  for (const Field field : {Field::family, Field::given, Field::patronymic}) {
    for (const auto& column : outcome_.records.columns) {
      const std::string& text = column.values[column.codes[record]];
      if (column.field == field && !text.empty()) parts += (parts.empty() ? "" : " ") + text;
    }
  }
  return whole.empty() ? parts : whole;
}

// Names that lists and the case file have for those of whom it was said that less may be read.
void PersonRules::hide_names() {
  if (by_name_.empty()) return;
  const auto hide = [&](const std::string& id, const std::string& name, const PersonForm& form) {
    const PersonRule own = rule(form, false);
    if (name.empty()) return;
    casefile::narrow(by_written_[as_written(name)], form);
    if (!own.is_closed && own.name == NameForm::full) return;
    const std::string shown = own.shown(name);
    names_.add(name, shown.empty() ? std::string(pages::closed_reference) : shown);
    names_of_[id].push_back(name);
  };
  for (const auto* persons : {&outcome_.persons, &outcome_.case_persons}) {
    for (const persons::Person& person : *persons) {
      const auto form = by_person_.find(person.id);
      if (form == by_person_.end()) continue;
      for (const std::uint32_t record : person.records)
        hide(person.id, record_name(record), form->second);
    }
  }
  for (const Statement& one : outcome_.case_file.said) {
    const bool is_person = casefile::kind_of(one.subject) == "person";
    const std::string ref = is_person ? std::string(casefile::id_of(one.subject)) : one.value;
    if (!is_person && one.property != "victim" && one.property != "person" &&
        one.property != "perpetrator" && one.property != "from" && one.property != "to")
      continue;
    if (persons::is_record_reference(ref, outcome_.config) || persons::is_person_id(ref)) continue;
    const Known who = known(ref);
    if (who.form == PersonForm{}) continue;
    hide(who.id.empty() ? text::fold(ref) : who.id, std::string(casefile::name_without_mark(ref)),
         who.form);
  }
}

std::vector<std::string> PersonRules::names_of(const std::string& ref) const {
  const std::string id = resolve_ ? resolve_(ref) : std::string();
  const auto found = names_of_.find(id.empty() ? text::fold(ref) : id);
  return found == names_of_.end() ? std::vector<std::string>() : found->second;
}

std::vector<std::string> PersonRules::names_of_record(std::uint32_t record) const {
  const auto person = person_of_.find(record);
  if (person == person_of_.end()) return {};
  const auto found = names_of_.find(person->second);
  return found == names_of_.end() ? std::vector<std::string>() : found->second;
}

}  // namespace sanaq::disclose
