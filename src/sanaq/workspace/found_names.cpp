#include "sanaq/workspace/found_names.h"

#include <algorithm>
#include <set>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/persons/case_names.h"
#include "sanaq/persons/mendings.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/text/letters.h"
#include "sanaq/workspace/persons_at_hand.h"

namespace sanaq::workspace {
namespace {

using investigation::NameFit;
using investigation::Outcome;

std::string word_for(NameFit fit) {
  if (fit == NameFit::word) return "word";
  return fit == NameFit::beginning ? "beginning" : "sound";
}

// Rows whose words are not those that the lists have now: they are being read again.
class Outdated {
 public:
  Outdated(const Outcome& outcome, const std::string& folder) : outcome_(outcome) {
    try {
      for (const settings::ListConfig& list : settings::read_config(folder).lists)
        lists_.insert(list.name);
      find_mended(folder);
    } catch (const base::Error&) {
      // What cannot be read now is found by nothing.
      lists_.clear();
    }
  }
  [[nodiscard]] bool has(std::uint32_t record) const {
    const record::RecordTable& table = outcome_.records;
    const std::string& list = table.lists[table.list_of[record]].name;
    if (list != persons::case_list_name && !lists_.contains(list)) return true;
    return mended_.contains(table.identities[record]);
  }

 private:
  // Mendings that came or went since.
  void find_mended(const std::string& folder) {
    std::set<ledger::EntryPlace> known;
    for (const persons::MendingHeld& held : outcome_.mendings_held)
      known.insert(held.mending.place);
    if (base::folder_exists(ledger::ledger_folder(folder))) {
      for (const persons::Mending& mending :
           persons::mendings_of(ledger::statements_in_force(folder))) {
        if (known.erase(mending.place) == 0) mended_.insert(mending.identity);
      }
    }
    for (const persons::MendingHeld& held : outcome_.mendings_held) {
      if (known.contains(held.mending.place))
        mended_.insert(outcome_.records.identities[held.record]);
    }
  }

  const Outcome& outcome_;
  std::set<std::string> lists_, mended_;
};

FoundName name_in_case_file(const std::vector<std::string>& names, std::size_t at) {
  FoundName found;
  found.line.name = names.at(at);
  found.line.lists = {std::string(persons::case_list_name)};
  return found;
}

FoundName name_of_record(const PersonsAtHand* persons, const Outcome& outcome,
                         const exchange::RowWords& words, std::uint32_t record) {
  FoundName found;
  found.line = record_line(outcome.records, record, words);
  const persons::Person* person = persons == nullptr ? nullptr : persons->of_record(record);
  if (person == nullptr) return found;
  found.person = person->id;
  found.also_lists = person_line(outcome.records, *person, words).lists;
  return found;
}

}  // namespace

bool can_be_found(std::string_view typed) {
  return text::to_utf32(typed).size() >= letters_to_find;
}

FoundNames find_names(const Bench& bench, std::string_view typed) {
  FoundNames all;
  const NamesNow names = bench.names();
  all.why_not = names.why_not ? names.why_not : bench.why_not_read();
  all.making = names.making;
  all.is_ready = names.index != nullptr && !bench.why_not_read();
  if (!all.is_ready) return all;
  const Outcome& outcome = names.held->outcome;
  const investigation::RecordsFound found = names.index->find(typed);
  all.count = found.count;
  const PersonsNow persons =
      names.held->reach >= Reach::linked ? persons_at_hand(names.held) : nullptr;
  std::optional<exchange::RowWords> own_words;
  if (!persons) own_words.emplace(outcome.records);
  const exchange::RowWords& words = persons ? persons->words() : *own_words;
  std::optional<Outdated> outdated;
  if (bench.reading() || bench.behind() == Behind::unknown)
    outdated.emplace(outcome, bench.folder());
  const std::vector<std::string> case_names =
      persons ? std::vector<std::string>() : investigation::case_names_of(outcome);
  for (const investigation::RecordFound& one : found.records) {
    const bool is_record = one.record < outcome.records.record_count();
    if (is_record && outdated && outdated->has(one.record)) {
      --all.count;
      continue;
    }
    all.names.push_back(
        is_record ? name_of_record(persons.get(), outcome, words, one.record)
                  : name_in_case_file(case_names, one.record - outcome.records.record_count()));
    all.names.back().fit = word_for(one.fit);
  }
  all.count = std::max(all.count, static_cast<std::int64_t>(all.names.size()));
  return all;
}

}  // namespace sanaq::workspace
