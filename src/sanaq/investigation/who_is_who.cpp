#include "sanaq/investigation/who_is_who.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "sanaq/investigation/case_names.h"
#include "sanaq/text/name.h"

namespace sanaq::investigation {
namespace {

bool holds_a_person(const casefile::Said& said) {
  return said.property == "person" || said.property == "victim" || said.property == "perpetrator" ||
         said.property == "from" || said.property == "to";
}

}  // namespace

casefile::Resolve who_is_who(const Outcome& outcome) {
  auto people = std::make_shared<std::map<std::string, std::string, std::less<>>>();
  const record::RecordTable& records = outcome.records;
  std::vector<std::string> person_of = outcome.record_ids;  // out of scope: a record is its own
  for (const auto* persons : {&outcome.persons, &outcome.case_persons}) {
    for (const Person& person : *persons) {
      for (const std::uint32_t record : person.records) person_of[record] = person.id;
    }
  }
  for (std::size_t at = 0; at < records.record_count(); ++at) {
    const std::string& list = records.lists[records.list_of[at]].name;
    people->emplace(outcome.record_ids[at], person_of[at]);
    if (list == case_list_name) {
      people->emplace("name\n" + records.ids[at], person_of[at]);
    } else {
      people->emplace(list + ":" + records.ids[at], person_of[at]);
    }
  }
  return [people](std::string_view ref) -> std::string {
    auto found = people->find(ref);
    if (found == people->end()) found = people->find("name\n" + text::fold(ref));
    return found == people->end() ? std::string() : found->second;
  };
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
