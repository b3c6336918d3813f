#include "sanaq/persons/resolve_person.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "sanaq/casefile/bad_cell.h"
#include "sanaq/persons/case_names.h"
#include "sanaq/persons/known_addresses.h"
#include "sanaq/record/record_names.h"
#include "sanaq/settings/config.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/nearest_word.h"

namespace sanaq::persons {
namespace {

// A reviewer's choice, view/victim, too.
bool holds_a_person(const casefile::Statement& said) {
  const std::string_view property =
      std::string_view(said.property).substr(said.property.starts_with("view/") ? 5 : 0);
  return property == "person" || property == "victim" || property == "perpetrator" ||
         property == "from" || property == "to";
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

// Cells that mean a record or an id which is not there.
class MissingRecords {
 public:
  MissingRecords(const Register& all, const settings::Config& config) : all_(all), config_(config) {
    const record::RecordTable& records = all.records;
    for (std::size_t at = 0; at < records.record_count(); ++at)
      known_.insert(records.lists[records.list_of[at]].name + ":" + records.ids[at]);
    for (const settings::ListConfig& list : config.lists) lists_.push_back(list.name);
  }

  void look_at(const casefile::Statement& said) {
    if (holds_a_person(said)) look(said, said.value, "");
    if (casefile::kind_of(said.subject) == "person")
      look(said, std::string(casefile::id_of(said.subject)), "person");
  }
  [[nodiscard]] std::vector<record::BadCell> reports() { return std::move(reports_); }

 private:
  void look(const casefile::Statement& said, const std::string& ref, const std::string& column) {
    if (known_.contains(ref)) return;
    if (is_record_reference(ref, config_)) {
      report(said, ref, column, base::message("this list has no such record"),
             base::message("write LIST:RECORD with the id, or the row number where the list has no "
                           "ids; until then nobody is meant"));
    } else if (means_a_whole_person(said) && names_no_list(ref, config_)) {
      report(said, ref, column, base::message("there is no list of this name"), where_to_look(ref));
    } else if (is_person_id(ref) && !is_known_address(ref)) {
      report(said, ref, column, base::message("nobody has this id or address"),
             base::message("write LIST:RECORD or the name; until then nobody is meant"));
    }
  }

  // A perpetrator, and whom money came from, may be words with a colon in them.
  static bool means_a_whole_person(const casefile::Statement& said) {
    return casefile::kind_of(said.subject) == "person" || said.property.ends_with("person") ||
           said.property.ends_with("victim");
  }

  [[nodiscard]] base::Message where_to_look(const std::string& ref) const {
    const std::string near = text::nearest_word(ref.substr(0, ref.find(':')), lists_);
    if (!near.empty())
      return base::message("did you mean the list {}? Until then nobody is meant", near);
    if (lists_.empty())
      return base::message("this investigation has no list: write the name of the person");
    std::string all;
    for (const std::string& list : lists_) all += (all.empty() ? "" : ", ") + list;
    return base::message("the lists are: {}; until then nobody is meant", all);
  }

  [[nodiscard]] bool is_known_address(const std::string& ref) {
    if (!addresses_) addresses_.emplace(all_);
    return addresses_->record(ref).has_value();
  }

  // One cell with several sources, or a person of whom many rows speak, is one report a row.
  void report(const casefile::Statement& said, const std::string& ref, const std::string& column,
              base::Message reason, base::Message advice) {
    record::BadCell cell = casefile::bad_cell_of(said, std::move(reason), std::move(advice));
    if (cell.list != "ledger" && !column.empty()) cell.column = column;
    if (!reported_.insert(cell.list + "\n" + std::to_string(cell.row) + "\n" + ref).second) return;
    cell.value = ref;
    reports_.push_back(std::move(cell));
  }

  const Register& all_;
  const settings::Config& config_;
  std::set<std::string> known_, reported_;
  std::vector<std::string> lists_;
  std::optional<KnownAddresses> addresses_;  // made where a cell asks for it
  std::vector<record::BadCell> reports_;
};

}  // namespace

casefile::Resolve resolve_person(const Register& all) {
  const auto known = std::make_shared<Known>();
  auto& people = known->people;
  const record::RecordTable& records = all.records;
  std::vector<std::string>& person_of = known->person_of;
  person_of = all.record_ids;  // out of scope: a record is its own
  for (const auto* persons : {&all.persons, &all.case_persons}) {
    for (const Person& person : *persons) {
      for (const std::uint32_t record : person.records) person_of[record] = person.id;
    }
  }
  for (std::size_t at = 0; at < records.record_count(); ++at) {
    const std::string& list = records.lists[records.list_of[at]].name;
    people.emplace(all.record_ids[at], person_of[at]);
    if (list == case_list_name) {
      people.emplace("name\n" + records.ids[at], person_of[at]);
    } else {
      people.emplace(list + ":" + records.ids[at], person_of[at]);
    }
  }
  known->origins = all.origins;
  known->secrets = all.addresses.all;
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

std::vector<base::Message> notes_on_older_addresses(const Register& all,
                                                    const std::vector<casefile::Statement>& said) {
  constexpr std::size_t notes_max = 20;
  std::vector<base::Message> notes;
  if (!all.addresses.has_secret()) return notes;
  std::set<std::string> seen;
  std::optional<KnownAddresses> known;  // made where a cell asks for it
  const auto look = [&](const casefile::Statement& one, const std::string& ref) {
    if (!is_person_id(ref) || !seen.insert(ref).second) return;
    if (!known) known.emplace(all);
    const auto record = known->record(ref);
    if (!record) return;
    const std::string now = keyed_address(all.addresses.secret, all.origins[*record]);
    if (now == ref) return;
    const std::string where = one.origin.file.empty()
                                  ? one.origin.entry
                                  : one.origin.file + ":" + std::to_string(one.origin.row);
    notes.push_back(base::message("{}: {} still leads to its person, whose address is now {}",
                                  where, ref, now));
  };
  for (const casefile::Statement& one : said) {
    if (notes.size() == notes_max) break;
    if (holds_a_person(one)) look(one, one.value);
    if (casefile::kind_of(one.subject) == "person")
      look(one, std::string(casefile::id_of(one.subject)));
  }
  return notes;
}

std::uint32_t record_called(const Register& all, const std::string& text) {
  if (is_person_id(text)) {
    if (const auto record = KnownAddresses(all).record(text)) return *record;
  }
  return record::find_record(all.records, text);
}

std::optional<base::Message> note_on_address(const Register& all, const std::string& text) {
  if (!is_person_id(text) || !all.addresses.has_secret()) return std::nullopt;
  const auto record = KnownAddresses(all).record(text);
  if (!record) return std::nullopt;
  const std::string now = keyed_address(all.addresses.secret, all.origins[*record]);
  if (now == text) return std::nullopt;
  return base::message("{} still leads to its person, whose address is now {}", text, now);
}

std::vector<record::BadCell> missing_records(const Register& all, const settings::Config& config,
                                             const std::vector<casefile::Statement>& said) {
  MissingRecords missing(all, config);
  for (const casefile::Statement& one : said) missing.look_at(one);
  return missing.reports();
}

}  // namespace sanaq::persons
