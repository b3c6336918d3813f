#include "sanaq/investigation/who_is_who.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "sanaq/investigation/case_names.h"
#include "sanaq/investigation/link_files.h"
#include "sanaq/text/name.h"

namespace sanaq::investigation {
namespace {

bool holds_a_person(const casefile::Said& said) {
  return said.property == "person" || said.property == "victim" || said.property == "perpetrator" ||
         said.property == "from" || said.property == "to";
}

struct Known {
  std::map<std::string, std::string, std::less<>> people;  // what they are called -> id
  std::vector<std::string> person_of, origins;             // one a record
  std::vector<std::string> secrets;

  // Addresses under all secrets, once somebody asks for one.
  void add_addresses() {
    for (const std::string& secret : secrets) {
      for (std::size_t at = 0; at < origins.size(); ++at)
        people.emplace(keyed_address(secret, origins[at]), person_of[at]);
    }
    secrets.clear();
  }
};

}  // namespace

casefile::Resolve who_is_who(const Outcome& outcome) {
  const auto known = std::make_shared<Known>();
  auto& people = known->people;
  const record::RecordTable& records = outcome.records;
  std::vector<std::string>& person_of = known->person_of;
  person_of = outcome.record_ids;  // out of scope: a record is its own
  for (const auto* persons : {&outcome.persons, &outcome.case_persons}) {
    for (const Person& person : *persons) {
      for (const std::uint32_t record : person.records) person_of[record] = person.id;
    }
  }
  for (std::size_t at = 0; at < records.record_count(); ++at) {
    const std::string& list = records.lists[records.list_of[at]].name;
    people.emplace(outcome.record_ids[at], person_of[at]);
    if (list == case_list_name) {
      people.emplace("name\n" + records.ids[at], person_of[at]);
    } else {
      people.emplace(list + ":" + records.ids[at], person_of[at]);
    }
  }
  known->origins = outcome.origins;
  known->secrets = outcome.addresses.all;
  return [known](std::string_view ref) -> std::string {
    auto found = known->people.find(ref);
    if (found == known->people.end()) found = known->people.find("name\n" + text::fold(ref));
    if (found == known->people.end() && is_person_id(ref)) {
      known->add_addresses();
      found = known->people.find(ref);
    }
    return found == known->people.end() ? std::string() : found->second;
  };
}

std::vector<base::Message> notes_on_older_addresses(const Outcome& outcome) {
  constexpr std::size_t notes_max = 20;
  std::vector<base::Message> notes;
  if (!outcome.addresses.has_secret()) return notes;
  std::set<std::string> seen;
  std::optional<KnownAddresses> known;  // made where a cell asks for it
  const auto look = [&](const casefile::Said& one, const std::string& ref) {
    if (!is_person_id(ref) || !seen.insert(ref).second) return;
    if (!known) known.emplace(outcome);
    const auto record = known->record(ref);
    if (!record) return;
    const std::string now = keyed_address(outcome.addresses.secret, outcome.origins[*record]);
    if (now == ref) return;
    const std::string where = one.origin.file.empty()
                                  ? one.origin.entry
                                  : one.origin.file + ":" + std::to_string(one.origin.row);
    notes.push_back(base::message("{}: {} still leads to its person, whose address is now {}",
                                  where, ref, now));
  };
  for (const casefile::Said& one : outcome.case_file.said) {
    if (notes.size() == notes_max) break;
    if (holds_a_person(one)) look(one, one.value);
    if (casefile::kind_of(one.subject) == "person")
      look(one, std::string(casefile::id_of(one.subject)));
  }
  return notes;
}

std::uint32_t record_called(const Outcome& outcome, const std::string& text) {
  if (is_person_id(text)) {
    if (const auto record = KnownAddresses(outcome).record(text)) return *record;
  }
  return find_record(outcome.records, text);
}

std::optional<base::Message> note_on_address(const Outcome& outcome, const std::string& text) {
  if (!is_person_id(text) || !outcome.addresses.has_secret()) return std::nullopt;
  const auto record = KnownAddresses(outcome).record(text);
  if (!record) return std::nullopt;
  const std::string now = keyed_address(outcome.addresses.secret, outcome.origins[*record]);
  if (now == text) return std::nullopt;
  return base::message("{} still leads to its person, whose address is now {}", text, now);
}

std::vector<tables::BadCell> missing_records(const std::vector<casefile::Said>& said,
                                             const Config& config,
                                             const record::RecordTable& records) {
  std::set<std::string> known;
  for (std::size_t at = 0; at < records.record_count(); ++at)
    known.insert(records.lists[records.list_of[at]].name + ":" + records.ids[at]);
  std::vector<tables::BadCell> bad_cells;
  const auto look = [&](const casefile::Said& one, const std::string& ref) {
    if (!is_record_reference(ref, config) || known.contains(ref)) return;
    bad_cells.push_back({one.origin.file.empty() ? "ledger" : one.origin.file, one.origin.row,
                         one.property, std::nullopt, ref,
                         base::message("this list has no such record"),
                         base::message("write LIST:RECORD with the id, or the row number where the "
                                       "list has no ids")});
  };
  for (const casefile::Said& one : said) {
    if (holds_a_person(one)) look(one, one.value);
    if (casefile::kind_of(one.subject) == "person")
      look(one, std::string(casefile::id_of(one.subject)));
  }
  return bad_cells;
}

}  // namespace sanaq::investigation
