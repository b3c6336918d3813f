#include "sanaq/investigation/answer.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "sanaq/base/error.h"
#include "sanaq/investigation/review_queue.h"
#include "sanaq/persons/agreed.h"

namespace sanaq::investigation {
namespace {

using base::message;
using ledger::Decision;
using ledger::Verdict;
using Identities = std::vector<std::string>;

Identities in_order(Identities records) {
  std::sort(records.begin(), records.end());
  return records;
}

bool binds(const Decision& decision) {
  return decision.verdict == Verdict::same || decision.verdict == Verdict::different;
}

[[noreturn]] void refuse(const base::Message& why) {
  throw base::Error(base::Kind::bad_input, why);
}

void check_answer(const TaskAnswer& answer) {
  const std::size_t count = answer.records.size();
  if (count == 0 || count > records_of_a_task_max || answer.digests.size() != count)
    refuse(message("an answer names one to six records, each with the digest of what was shown"));
  if (std::set<std::string>(answer.records.begin(), answer.records.end()).size() != count)
    refuse(message("an answer names each record once"));
  for (const std::size_t at : answer.about) {
    if (at >= count)
      refuse(message("an answer speaks of record {}, and {} were shown", at + 1, count));
  }
  if (std::set<std::size_t>(answer.about.begin(), answer.about.end()).size() != answer.about.size())
    refuse(message("an answer names each record once"));
  const std::size_t spoken_of = answer.about.empty() ? count : answer.about.size();
  const bool needs_two = answer.verdict == Verdict::same || answer.verdict == Verdict::different;
  if (needs_two && spoken_of < 2)
    refuse(message("this answer needs two records; one alone can be unsure or out of scope"));
}

// The records of one decision, the words read of each, and how it came to it.
class Making {
 public:
  Making(const TaskAnswer& answer, const RecordsToday& today) : answer_(answer), today_(today) {}

  [[nodiscard]] std::vector<Decision> make() const {
    std::vector<std::size_t> about = answer_.about, others;
    for (std::size_t at = 0; at < answer_.records.size(); ++at) {
      const bool is_named = std::find(about.begin(), about.end(), at) != about.end();
      if (answer_.about.empty()) about.push_back(at);
      if (!answer_.about.empty() && !is_named) others.push_back(at);
    }
    std::sort(about.begin(), about.end());
    std::vector<Decision> decisions = {on(answer_.verdict, about)};
    if (answer_.verdict != Verdict::same) return decisions;
    for (const std::size_t other : others)
      decisions.push_back(on(Verdict::different, {about.front(), other}));
    return decisions;
  }

 private:
  [[nodiscard]] Decision on(Verdict verdict, const std::vector<std::size_t>& places) const {
    Decision decision;
    decision.verdict = verdict;
    decision.reason = answer_.reason;
    for (const std::size_t at : places) {
      decision.records.push_back(answer_.records[at]);
      decision.cells.push_back(today_.cells(*today_.find(answer_.records[at])));
    }
    decision.asked = {answer_.task, answer_.chosen, held(), answer_.saw_weight, answer_.seconds};
    return decision;
  }

  // Of a task that was drawn: what the threshold answers. "" where it joins some of a group.
  [[nodiscard]] std::string held() const {
    if (answer_.chosen != "random") return "";
    const std::vector<std::uint32_t>& person_of = today_.outcome().link.person_of;
    std::set<std::uint32_t> persons;
    for (const std::string& identity : answer_.records) {
      const std::uint32_t record = *today_.find(identity);
      if (record >= person_of.size()) return "";
      persons.insert(person_of[record]);
    }
    if (persons.size() == 1) return "same";
    return persons.size() == answer_.records.size() ? "different" : "";
  }

  const TaskAnswer& answer_;
  const RecordsToday& today_;
};

// Decisions in force that hang together with some records, over others if need be: only these can
// be contradicted.
std::vector<Decision> related(const std::vector<Decision>& standing, const Identities& records) {
  std::set<std::string> reached(records.begin(), records.end());
  std::set<std::size_t> found;
  for (bool grows = true; grows;) {
    grows = false;
    for (std::size_t at = 0; at < standing.size(); ++at) {
      const Identities& own = standing[at].records;
      const bool is_near = std::any_of(own.begin(), own.end(), [&](const std::string& record) {
        return reached.contains(record);
      });
      if (!is_near || !found.insert(at).second) continue;
      reached.insert(own.begin(), own.end());
      grows = true;
    }
  }
  std::map<Identities, std::size_t> last;
  for (const std::size_t at : found) last[in_order(standing[at].records)] = at;
  std::vector<Decision> in_force;
  for (const std::size_t at : found) {
    if (last.at(in_order(standing[at].records)) == at) in_force.push_back(standing[at]);
  }
  return in_force;
}

// Who is one person by decisions that hold, the newest taken first.
class Taken {
 public:
  explicit Taken(const std::vector<Decision>& decisions) : agreed_(number(decisions)) {
    for (std::size_t at = decisions.size(); at-- > 0;) {
      std::vector<std::uint32_t> records;
      for (const std::string& record : decisions[at].records)
        records.push_back(numbers_.at(record));
      if (!agreed_.take(decisions[at].verdict, records)) refused_.insert(at);
    }
  }
  [[nodiscard]] const std::set<std::size_t>& refused() const { return refused_; }
  // The records of lists without duplicates that are one person: [list, person] -> records.
  [[nodiscard]] std::set<std::pair<std::uint32_t, std::vector<std::uint32_t>>> twice(
      const RecordsToday& today) {
    const record::RecordTable& table = today.outcome().records;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> members;
    for (const auto& [identity, number] : numbers_) {
      const auto record = today.find(identity);
      if (record && table.lists[table.list_of[*record]].one_per_person)
        members[{table.list_of[*record], agreed_.root(number)}].push_back(*record);
    }
    std::set<std::pair<std::uint32_t, std::vector<std::uint32_t>>> found;
    for (auto& [key, records] : members) {
      std::sort(records.begin(), records.end());
      if (records.size() > 1) found.emplace(key.first, std::move(records));
    }
    return found;
  }

 private:
  std::size_t number(const std::vector<Decision>& decisions) {
    for (const Decision& decision : decisions) {
      for (const std::string& record : decision.records)
        numbers_.emplace(record, static_cast<std::uint32_t>(numbers_.size()));
    }
    return numbers_.size();
  }

  std::map<std::string, std::uint32_t> numbers_;
  persons::Agreed agreed_;
  std::set<std::size_t> refused_;
};

void find_changed(const TaskAnswer& answer, const RecordsToday& today, AnswerConflict& conflict) {
  for (std::size_t at = 0; at < answer.records.size(); ++at) {
    if (!today.find(answer.records[at], answer.digests[at]))
      conflict.changed.push_back({answer.records[at], today.find(answer.records[at])});
  }
}

// `wanted` contradicts what binds now.
void find_contradicted(const TaskAnswer& answer, const RecordsToday& today,
                       const std::vector<Decision>& standing, const std::vector<Decision>& wanted,
                       AnswerConflict& conflict) {
  std::vector<Decision> before;
  const Identities whole = in_order(answer.records);
  for (Decision& decision : related(standing, answer.records)) {
    bool holds = binds(decision);
    for (std::size_t at = 0; holds && at < decision.records.size(); ++at)
      holds = today.is_as_read(decision, at);
    if (!holds) continue;
    const bool is_replaced = std::any_of(wanted.begin(), wanted.end(), [&](const Decision& each) {
      return in_order(each.records) == in_order(decision.records);
    });
    const bool says_otherwise =
        std::none_of(wanted.begin(), wanted.end(), [&](const Decision& each) {
          return each.verdict == decision.verdict &&
                 in_order(each.records) == in_order(decision.records);
        });
    // Asked again, one may think otherwise of what was asked.
    const Identities own = in_order(decision.records);
    const bool is_asked_again = answer.chosen == "again" &&
                                std::includes(whole.begin(), whole.end(), own.begin(), own.end());
    if (is_replaced || is_asked_again) {
      if (is_replaced && says_otherwise && !is_asked_again) conflict.earlier.push_back(decision);
      continue;
    }
    before.push_back(std::move(decision));
  }
  std::vector<Decision> after = before;
  for (const Decision& decision : wanted) {
    if (binds(decision)) after.push_back(decision);
  }
  Taken taken_before(before), taken_after(after);
  for (const std::size_t at : taken_after.refused()) {
    if (at < before.size() && !taken_before.refused().contains(at))
      conflict.earlier.push_back(before[at]);
  }
  const auto were_twice = taken_before.twice(today);
  for (const auto& twice : taken_after.twice(today)) {
    if (!were_twice.contains(twice))
      conflict.twice.push_back({today.outcome().records.lists[twice.first].name, twice.second});
  }
}

// The entries that answered this showing before.
std::vector<Decision> answers_to(const std::string& task, const std::vector<Decision>& standing) {
  std::vector<Decision> found;
  std::copy_if(standing.begin(), standing.end(), std::back_inserter(found),
               [&](const Decision& decision) { return decision.asked.task == task; });
  return found;
}

bool say_the_same(const std::vector<Decision>& wanted, const std::vector<Decision>& entered) {
  std::multiset<std::pair<Verdict, Identities>> want, have;
  for (const Decision& decision : wanted)
    want.emplace(decision.verdict, in_order(decision.records));
  for (const Decision& decision : entered)
    have.emplace(decision.verdict, in_order(decision.records));
  return want == have;
}

}  // namespace

std::variant<AnswerToEnter, AnswerConflict> decisions_of(const TaskAnswer& answer,
                                                         const RecordsToday& today,
                                                         const std::vector<Decision>& standing) {
  check_answer(answer);
  AnswerConflict conflict;
  find_changed(answer, today, conflict);
  if (!conflict.changed.empty()) return conflict;
  std::vector<Decision> wanted = Making(answer, today).make();
  std::vector<Decision> entered = answers_to(answer.task, standing);
  if (!answer.task.empty() && !entered.empty()) {
    if (say_the_same(wanted, entered)) return AnswerToEnter{std::move(entered), true};
    conflict.earlier = std::move(entered);
    return conflict;
  }
  find_contradicted(answer, today, standing, wanted, conflict);
  conflict.can_insist = true;
  if (!answer.insists && (!conflict.earlier.empty() || !conflict.twice.empty())) return conflict;
  return AnswerToEnter{std::move(wanted), false};
}

std::vector<ledger::EntryPlace> entries_of_act(const std::vector<Decision>& standing,
                                               const ledger::EntryPlace& place) {
  const auto found = std::find_if(standing.begin(), standing.end(), [&](const Decision& decision) {
    return decision.place == place;
  });
  if (found == standing.end() || found->asked.task.empty()) return {place};
  std::vector<ledger::EntryPlace> places;
  for (const Decision& decision : standing) {
    if (decision.asked.task == found->asked.task && decision.place.writer == place.writer)
      places.push_back(decision.place);
  }
  return places;
}

}  // namespace sanaq::investigation
