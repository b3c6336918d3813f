#include "sanaq/workspace/person_known.h"

#include <algorithm>
#include <set>

#include "sanaq/exchange/row_words.h"
#include "sanaq/persons/case_names.h"

namespace sanaq::workspace {
namespace {

const persons::MendingHeld* mending_of(const investigation::Outcome& outcome, std::uint32_t record,
                                       const std::string& column) {
  for (const persons::MendingHeld& held : outcome.mendings_held) {
    if (held.record == record && held.mending.column == column) return &held;
  }
  return nullptr;
}

KnownColumn known_in(const investigation::Outcome& outcome, const persons::Person& person,
                     const record::Column& column) {
  KnownColumn known{persons::column_called(column), {}};
  for (const std::uint32_t record : person.records) {
    const std::uint32_t code = column.codes[record];
    const persons::MendingHeld* const mended = mending_of(outcome, record, known.column);
    if (code == 0 && mended == nullptr) continue;
    auto value = std::find_if(known.values.begin(), known.values.end(), [&](const KnownValue& one) {
      return one.written == exchange::value_shown(column, code);
    });
    if (value == known.values.end()) {
      const std::string& read =
          code < column.canonical.size() ? column.canonical[code] : column.values[code];
      const std::string written(exchange::value_shown(column, code));
      known.values.push_back({written, read == written ? std::string() : read, {}, {}});
      value = known.values.end() - 1;
    }
    value->records.push_back(record);
    if (mended != nullptr) value->mended.push_back(mended);
  }
  std::stable_sort(known.values.begin(), known.values.end(),
                   [](const KnownValue& left, const KnownValue& right) {
                     return left.records.size() > right.records.size();
                   });
  return known;
}

}  // namespace

bool is_of_case_file(const investigation::Outcome& outcome, std::uint32_t record) {
  return outcome.records.lists[outcome.records.list_of[record]].name == persons::case_list_name;
}

std::vector<KnownColumn> known_of(const investigation::Outcome& outcome,
                                  const persons::Person& person) {
  std::vector<KnownColumn> all;
  for (const record::Column& column : outcome.records.columns) {
    if (column.field == record::Field::id) continue;
    KnownColumn known = known_in(outcome, person, column);
    if (!known.values.empty()) all.push_back(std::move(known));
  }
  return all;
}

std::vector<const casefile::Statement*> said_of(const PersonsAtHand& all,
                                                const persons::Person& person) {
  const investigation::Outcome& outcome = all.outcome();
  std::set<std::string> called = {person.id};
  for (const std::uint32_t record : person.records) {
    if (is_of_case_file(outcome, record)) {
      called.insert(exchange::name_as_written(outcome.records, record));
      continue;
    }
    called.insert(all.words().reference(record));
    called.insert(outcome.record_ids[record]);
  }
  std::vector<const casefile::Statement*> found;
  for (const casefile::Statement& said : outcome.case_file.said) {
    const bool is_about = casefile::kind_of(said.subject) == "person" &&
                          called.contains(std::string(casefile::id_of(said.subject)));
    if (is_about || called.contains(said.value)) found.push_back(&said);
  }
  return found;
}

}  // namespace sanaq::workspace
