#include "sanaq/persons/case_persons.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "sanaq/casefile/entities.h"
#include "sanaq/persons/address.h"
#include "sanaq/persons/successors.h"
#include "sanaq/record/record_address.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/text/name.h"
#include "sanaq/text/name_comparison.h"

namespace sanaq::persons {
namespace {

using base::message;

struct Known {
  text::PreparedNamePtr name;
  std::optional<record::PartialDate> birth;
  std::string sex;
};

bool contradict(const Known& left, const Known& right) {
  return left.birth && right.birth &&
         (left.birth->last_day < right.birth->first_day ||
          right.birth->last_day < left.birth->first_day);
}

// Whether two descriptions are of one human being, as far as such little can say it.
bool is_one(const Known& left, const Known& right) {
  if (!left.sex.empty() && !right.sex.empty() && left.sex != right.sex) return false;
  if (contradict(left, right)) return false;
  const bool know_births = left.birth && right.birth;
  const text::NameLevel level = text::compare_names(*left.name, *right.name).level;
  if (level == text::NameLevel::same || level == text::NameLevel::same_sound) return true;
  const bool is_one_day =
      know_births && *left.birth == *right.birth && left.birth->first_day == left.birth->last_day;
  return is_one_day &&
         (level == text::NameLevel::one_letter_off || level == text::NameLevel::part_missing);
}

std::string cell(const record::RecordTable& records, record::Field field, std::size_t at) {
  const record::Column* column = records.find(field);
  return column == nullptr ? std::string() : column->canonical[column->codes[at]];
}

std::string name_of(const record::RecordTable& records, std::size_t at) {
  std::string name;
  for (const auto field : {record::Field::name, record::Field::family, record::Field::given,
                           record::Field::patronymic}) {
    const record::Column* column = records.find(field);
    if (column == nullptr) continue;
    const std::string& part = column->canonical.empty() ? column->values[column->codes[at]]
                                                        : column->canonical[column->codes[at]];
    if (!part.empty()) name += (name.empty() ? "" : " ") + part;
  }
  return name;
}

// Records of the lists by the sounds of their names, only for sounds that the case file has.
class ListedNames {
 public:
  ListedNames(const Register& all, const std::set<std::string>& wanted,
              const std::vector<bool>& only = {}) {
    std::map<std::string, std::vector<std::string>> keys_of;  // of a name, worked out once
    for (std::size_t person = 0; person < all.persons.size(); ++person) {
      for (const std::uint32_t record : all.persons[person].records) {
        if (!only.empty() && !only[record]) continue;
        const std::string name = name_of(all.records, record);
        if (name.empty()) continue;
        const auto [keys, is_new] = keys_of.try_emplace(name);
        if (is_new) keys->second = text::sound_keys(*text::prepare_name(name));
        const bool is_wanted =
            std::any_of(keys->second.begin(), keys->second.end(),
                        [&](const std::string& key) { return wanted.contains(key); });
        if (!is_wanted) continue;
        for (const std::string& key : keys->second) by_key_[key].push_back(known_.size());
        known_.push_back({text::prepare_name(name),
                          record::from_edtf(cell(all.records, record::Field::birth, record)),
                          cell(all.records, record::Field::sex, record)});
        person_.push_back(person);
      }
    }
  }

  [[nodiscard]] std::set<std::size_t> persons_like(const Known& wanted) const {
    return persons_like(wanted, is_one);
  }

  // Those whom a name with fewer parts may mean.
  [[nodiscard]] std::set<std::size_t> persons_perhaps_like(const Known& wanted) const {
    return persons_like(wanted, [](const Known& left, const Known& right) {
      return !contradict(left, right) &&
             text::compare_names(*left.name, *right.name).level == text::NameLevel::part_missing;
    });
  }

 private:
  template <typename IsOne>
  [[nodiscard]] std::set<std::size_t> persons_like(const Known& wanted, IsOne is_one) const {
    std::set<std::size_t> persons;
    for (const std::string& key : text::sound_keys(*wanted.name)) {
      const auto found = by_key_.find(key);
      if (found == by_key_.end()) continue;
      for (const std::size_t at : found->second) {
        if (!persons.contains(person_[at]) && is_one(wanted, known_[at]))
          persons.insert(person_[at]);
      }
    }
    return persons;
  }

  std::vector<Known> known_;
  std::vector<std::size_t> person_;
  std::map<std::string, std::vector<std::size_t>> by_key_;
};

bool has_mark(const CaseName& name) {
  return casefile::name_without_mark(name.ref).size() != name.ref.size();
}

// [name] -> the first name that is the same human being.
std::vector<std::size_t> same_names(const std::vector<CaseName>& names,
                                    const std::vector<Known>& known) {
  std::vector<std::size_t> first(names.size());
  std::iota(first.begin(), first.end(), std::size_t{0});
  std::map<std::string, std::vector<std::size_t>> by_key;
  for (std::size_t at = 0; at < names.size(); ++at) {
    for (const std::string& key : text::sound_keys(*known[at].name)) {
      for (const std::size_t other : by_key[key]) {
        const bool are_marked = has_mark(names[at]) || has_mark(names[other]);
        if (first[at] == at && !are_marked && is_one(known[at], known[other]))
          first[at] = first[other];
      }
      by_key[key].push_back(at);
    }
  }
  return first;
}

// Each name a record of its own behind those of the lists.
void append_records(Register& all, tables::IngestedList list,
                    const std::vector<std::int64_t>& arrivals) {
  const std::size_t count = list.records.record_count();
  for (std::size_t at = 0; at < count; ++at) {
    all.record_ids.push_back(record::record_address(list.records.identities[at]));
    all.origins.push_back(list.records.identities[at]);
    all.arrivals.push_back(arrivals[at]);
    all.in_scope.push_back(false);
    all.link.person_of.push_back(static_cast<std::uint32_t>(all.link.person_count++));
    all.link.probability.push_back(1);
    if (!all.link.is_linkable.empty()) all.link.is_linkable.push_back(true);
    for (std::vector<std::uint32_t>& draw : all.link.draws)
      draw.push_back(draw.empty() ? 0 : *std::max_element(draw.begin(), draw.end()) + 1);
  }
  tables::IngestedList before;
  before.records = std::move(all.records);
  std::vector<tables::IngestedList> both;
  if (!before.records.lists.empty()) both.push_back(std::move(before));
  both.push_back(std::move(list));
  all.records = tables::combine(both);
}

// [first name] -> the person whom somebody has said it means.
std::map<std::size_t, std::size_t> persons_bound(const Register& all, const CaseBound& bound,
                                                 const std::vector<std::size_t>& first) {
  std::map<std::size_t, std::size_t> found;
  if (bound.empty()) return found;
  std::map<std::uint32_t, std::size_t> person_of;
  for (const auto& [name, record] : bound) person_of[record] = all.persons.size();
  for (std::size_t person = 0; person < all.persons.size(); ++person) {
    for (const std::uint32_t record : all.persons[person].records) {
      const auto wanted = person_of.find(record);
      if (wanted != person_of.end()) wanted->second = person;
    }
  }
  for (const auto& [name, record] : bound) {
    if (person_of.at(record) < all.persons.size()) found[first[name]] = person_of.at(record);
  }
  return found;
}

}  // namespace

CaseBound bound_by(const std::vector<ledger::Decision>& decisions,
                   const std::vector<std::string>& names, const record::RecordTable& records,
                   const std::vector<ListHistory>& histories) {
  CaseBound bound;
  if (decisions.empty()) return bound;
  const Successors successors(records, histories);
  for (const ledger::Decision& decision : decisions) {
    std::optional<std::uint32_t> record;
    for (const std::string& identity : decision.records) {
      if (!record) record = successors.find(identity).record;
    }
    for (std::size_t name = 0; record && name < names.size(); ++name) {
      if (std::find(decision.records.begin(), decision.records.end(), names[name]) !=
          decision.records.end())
        bound[name] = *record;
    }
  }
  return bound;
}

void join_case_names(Register& all, const std::vector<CaseName>& names, tables::IngestedList list,
                     const std::vector<std::int64_t>& arrivals,
                     std::vector<record::BadCell>& bad_cells, const CaseBound& bound) {
  std::vector<Known> known;
  std::set<std::string> wanted;
  for (std::size_t at = 0; at < names.size(); ++at) {
    known.push_back({text::prepare_name(casefile::name_without_mark(names[at].ref)),
                     record::from_edtf(names[at].birth),
                     cell(list.records, record::Field::sex, at)});
    for (std::string& key : text::sound_keys(*known.back().name)) wanted.insert(std::move(key));
  }
  const ListedNames listed(all, wanted);
  const std::vector<std::size_t> first = same_names(names, known);
  const auto base_record = static_cast<std::uint32_t>(all.records.record_count());
  append_records(all, std::move(list), arrivals);
  std::map<std::size_t, Person*> joined;  // first name -> its person
  const std::map<std::size_t, std::size_t> meant = persons_bound(all, bound, first);
  all.case_persons.clear();
  all.case_persons.reserve(names.size());
  for (std::size_t at = 0; at < names.size(); ++at) {
    const std::uint32_t record = base_record + static_cast<std::uint32_t>(at);
    if (first[at] != at) {
      joined.at(first[at])->records.push_back(record);
      continue;
    }
    const std::set<std::size_t> persons =
        meant.contains(at) ? std::set{meant.at(at)} : listed.persons_like(known[at]);
    if (persons.size() > 1) {
      bad_cells.push_back(
          {std::string(case_list_name), 0, "name", record::Field::name, names[at].ref,
           message("several persons of the lists have this name; it is joined to none of them"),
           message("write LIST:RECORD in the tables instead of the name, so that it is clear who "
                   "is meant")});
    }
    if (persons.size() == 1) {
      Person& person = all.persons[*persons.begin()];
      person.records.push_back(record);
      joined[at] = &person;
    } else {
      all.case_persons.push_back({all.record_ids[record], {record}, 1, true});
      joined[at] = &all.case_persons.back();
    }
  }
}

std::vector<std::vector<std::size_t>> persons_named(const Register& all,
                                                    const std::vector<CaseName>& names, Fit fit,
                                                    const std::vector<bool>& only) {
  std::vector<Known> known;
  std::set<std::string> wanted;
  for (const CaseName& name : names) {
    known.push_back({text::prepare_name(casefile::name_without_mark(name.ref)),
                     record::from_edtf(name.birth), ""});
    for (std::string& key : text::sound_keys(*known.back().name)) wanted.insert(std::move(key));
  }
  const ListedNames listed(all, wanted, only);
  std::vector<std::vector<std::size_t>> found;
  for (const Known& one : known) {
    std::set<std::size_t> persons = listed.persons_like(one);
    if (persons.empty() && fit == Fit::perhaps) persons = listed.persons_perhaps_like(one);
    found.emplace_back(persons.begin(), persons.end());
  }
  return found;
}

}  // namespace sanaq::persons
