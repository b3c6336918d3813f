#include "sanaq/investigation/split_join.h"

#include <algorithm>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/shown.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/persons/address.h"
#include "sanaq/persons/case_names.h"
#include "sanaq/persons/decisions.h"

namespace sanaq::investigation {
namespace {

using base::message;
using ledger::Verdict;
using RecordList = std::vector<std::uint32_t>;

[[noreturn]] void refuse_change(base::Message why) {
  throw base::Error(base::Kind::usage, std::move(why));
}

bool is_case_name(const Outcome& outcome, std::uint32_t record) {
  return outcome.records.lists[outcome.records.list_of[record]].name == persons::case_list_name;
}

const persons::Person& person_with(const Outcome& outcome, std::uint32_t record,
                                   const base::Catalog& catalog) {
  const exchange::RowWords words(outcome.records);
  if (is_case_name(outcome, record))
    refuse_change(
        message("{}: a name of the case file is put with a person by writing LIST:RECORD "
                "in its table",
                base::shown(words.named_line(record, catalog))));
  const auto found =
      std::find_if(outcome.persons.begin(), outcome.persons.end(), [&](const auto& person) {
        return std::find(person.records.begin(), person.records.end(), record) !=
               person.records.end();
      });
  if (found == outcome.persons.end())
    refuse_change(message("{}: this record is out of scope, so it is no person's",
                          base::shown(words.named_line(record, catalog))));
  return *found;
}

RecordList listed_records(const Outcome& outcome, const persons::Person& person) {
  RecordList records;
  std::copy_if(person.records.begin(), person.records.end(), std::back_inserter(records),
               [&](std::uint32_t record) { return !is_case_name(outcome, record); });
  return records;
}

ledger::Decision decided(const Outcome& outcome, Verdict verdict, const RecordList& records,
                         const std::string& reason) {
  ledger::Decision decision;
  decision.verdict = verdict;
  decision.reason = reason;
  persons::ListFields fields = outcome.list_fields;
  fields.resize(outcome.records.lists.size(), {"name"});  // the case file, behind the lists
  for (const std::uint32_t record : records) {
    decision.records.push_back(outcome.records.identities[record]);
    decision.cells.push_back(persons::cells_read(outcome.records, fields, record));
  }
  return decision;
}

// All with the name of one act: what was done with which records as they stood in this run.
void make_one_act(const Outcome& outcome, std::vector<ledger::Decision>& decisions) {
  base::Sha256 hash;
  hash.add("sanaq act 1\n" + outcome.keys.link + "\n");
  for (const ledger::Decision& decision : decisions) hash.add(ledger::body_of(decision).dump());
  const std::string act = hash.hex().substr(0, 32);
  for (ledger::Decision& decision : decisions) decision.asked.task = act;
}

std::string words_of_records(const Outcome& outcome, const RecordList& records,
                             const base::Catalog& catalog) {
  const exchange::RowWords words(outcome.records);
  std::string text;
  for (const std::uint32_t record : records)
    text += (text.empty() ? "" : " | ") + base::shown(words.named_line(record, catalog));
  return text;
}

// "" where nothing has an address yet.
std::string address_of(const Outcome& outcome, const RecordList& records) {
  if (!outcome.addresses.has_secret()) return "";
  return persons::keyed_address(outcome.addresses.secret, outcome.origins[records.front()]);
}

std::string with_address(const Outcome& outcome, const RecordList& records,
                         const base::Catalog& catalog) {
  const std::string address = address_of(outcome, records);
  return words_of_records(outcome, records, catalog) +
         (address.empty() ? "" : " [" + address + "]");
}

// Says whom each name of the case file means, as far as somebody has said it.
void say_sides(const Outcome& outcome, const CaseSides& sides, const std::string& reason,
               PersonsChange& change) {
  for (const auto& [record, side] : sides) {
    if (std::find(change.case_records.begin(), change.case_records.end(), record) ==
        change.case_records.end())
      refuse_change(
          message("the case file does not name this person so; look at the person again"));
    const RecordList& meant = side == CaseSide::first ? change.first : change.second;
    change.decisions.push_back(decided(outcome, Verdict::same, {meant.front(), record}, reason));
  }
}

}  // namespace

PersonsChange split_person(const Outcome& outcome, const RecordList& records,
                           const std::string& reason, const CaseSides& sides,
                           const base::Catalog& catalog) {
  if (records.empty()) refuse_change(message("name at least one record that is to leave"));
  const persons::Person& person = person_with(outcome, records.front(), catalog);
  for (const std::uint32_t record : records) {
    if (&person_with(outcome, record, catalog) != &person)
      refuse_change(message("{}: these records are not of one person; split one person at a time",
                            words_of_records(outcome, records, catalog)));
  }
  const std::set<std::uint32_t> leaving(records.begin(), records.end());
  PersonsChange change;
  RecordList left, stay;
  for (const std::uint32_t record : listed_records(outcome, person))
    (leaving.contains(record) ? left : stay).push_back(record);
  if (stay.empty())
    refuse_change(
        message("{}: nobody would be left; a person is split by naming some of its "
                "records, not all",
                words_of_records(outcome, records, catalog)));
  // The person founded by the older record keeps the address.
  const bool founder_stays = stay.front() == listed_records(outcome, person).front();
  change.first = founder_stays ? stay : left;
  change.second = founder_stays ? left : stay;
  for (const std::uint32_t record : person.records) {
    if (is_case_name(outcome, record)) change.case_records.push_back(record);
  }
  for (const RecordList* side : {&change.first, &change.second}) {
    if (side->size() > 1)
      change.decisions.push_back(decided(outcome, Verdict::same, *side, reason));
  }
  change.decisions.push_back(
      decided(outcome, Verdict::different, {change.first.front(), change.second.front()}, reason));
  say_sides(outcome, sides, reason, change);
  make_one_act(outcome, change.decisions);
  change.effect.push_back(message("1 person becomes 2; the address stays with {}",
                                  with_address(outcome, change.first, catalog)));
  change.effect.push_back(
      message("another person from now on: {}", with_address(outcome, change.second, catalog)));
  if (!change.case_records.empty())
    change.effect.push_back(message(
        "the case file names this person: {}; by the name it may then mean either, so write "
        "LIST:RECORD in its tables",
        words_of_records(outcome, change.case_records, catalog)));
  return change;
}

PersonsChange join_persons(const Outcome& outcome, std::uint32_t one, std::uint32_t other,
                           const std::string& reason, const base::Catalog& catalog) {
  const persons::Person* older = &person_with(outcome, one, catalog);
  const persons::Person* newer = &person_with(outcome, other, catalog);
  if (older == newer)
    refuse_change(message("{}: these are one person already",
                          words_of_records(outcome, {one, other}, catalog)));
  if (newer < older) std::swap(older, newer);  // persons stand in the order of their founders
  PersonsChange change;
  change.first = listed_records(outcome, *older);
  change.second = listed_records(outcome, *newer);
  RecordList all = change.first;
  all.insert(all.end(), change.second.begin(), change.second.end());
  change.decisions.push_back(decided(outcome, Verdict::same, all, reason));
  make_one_act(outcome, change.decisions);
  change.effect.push_back(message("2 persons become 1; the address stays with {}",
                                  with_address(outcome, change.first, catalog)));
  const std::string address = address_of(outcome, change.second);
  change.effect.push_back(
      address.empty()
          ? message("joined with it: {}", words_of_records(outcome, change.second, catalog))
          : message("joined with it, its address leads there from now on: {}",
                    with_address(outcome, change.second, catalog)));
  return change;
}

}  // namespace sanaq::investigation
