#include "sanaq/investigation/review_queue.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "sanaq/persons/decisions.h"

namespace sanaq::investigation {
namespace {

using base::message;

using RecordSet = std::set<std::uint32_t>;

// Records that decisions in force name, by what they are called now; an older identity is no doubt
// that anybody has of the records of today.
class Judged {
 public:
  Judged(const Outcome& outcome, const std::vector<ledger::Decision>& decisions) {
    const bool is_any = std::any_of(decisions.begin(), decisions.end(), [](const auto& decision) {
      return decision.verdict == ledger::Verdict::unsure;
    });
    if (!is_any) return;
    std::unordered_map<std::string, std::uint32_t> records;
    for (std::uint32_t at = 0; at < outcome.records.record_count(); ++at)
      records.emplace(outcome.records.identities[at], at);
    for (const ledger::Decision& decision : decisions) {
      if (decision.verdict != ledger::Verdict::unsure) continue;
      RecordSet known;
      for (std::size_t at = 0; at < decision.records.size(); ++at) {
        const auto found = records.find(decision.records[at]);
        const bool is_as_it_was =
            found != records.end() &&
            (decision.cells.empty() ||
             persons::cells_read(outcome.records, outcome.list_fields, found->second).digest ==
                 decision.cells[at].digest);
        if (is_as_it_was) known.insert(found->second);
      }
      if (known.size() == decision.records.size()) unsure_.emplace(std::move(known), &decision);
    }
  }
  // Who could not say, and why; nullptr where nobody was unsure of exactly these.
  [[nodiscard]] const ledger::Decision* unsure(const std::vector<std::uint32_t>& records) const {
    const auto found = unsure_.find(RecordSet(records.begin(), records.end()));
    return found == unsure_.end() ? nullptr : found->second;
  }

 private:
  std::map<RecordSet, const ledger::Decision*> unsure_;
};

// A decision that comes up again is done once newer ones bind the same records.
bool is_bound(const Outcome& outcome, const std::vector<std::uint32_t>& records) {
  return std::any_of(
      outcome.decisions_held.begin(), outcome.decisions_held.end(), [&](const persons::Held& held) {
        return std::all_of(records.begin(), records.end(), [&](std::uint32_t record) {
          return std::find(held.records.begin(), held.records.end(), record) != held.records.end();
        });
      });
}

void add_setbacks(const Outcome& outcome, std::vector<ReviewTask>& tasks) {
  std::set<ledger::EntryPlace> seen;
  for (const persons::ForReview& item : outcome.decisions_for_review) {
    if (!seen.insert(item.decision.place).second) continue;
    if (item.now.size() >= 2 && is_bound(outcome, item.now)) continue;
    ReviewTask task;
    task.kind = TaskKind::setback;
    task.entry = persons::short_name(item.decision.place);
    task.why = persons::why_set_back(item.setback);
    task.advice = persons::advice_on(item.setback, task.entry);
    // The table has room for two; what binds more is said by its entry.
    if (item.now.size() <= 2) task.records = item.now;
    task.place = item.identity;
    tasks.push_back(std::move(task));
  }
}

void add_mendings(const Outcome& outcome, std::vector<ReviewTask>& tasks) {
  for (const persons::MendingForReview& item : outcome.mendings_for_review) {
    ReviewTask task;
    task.kind = TaskKind::setback;
    task.entry = persons::short_name(item.mending.place);
    task.why = persons::why_not_mended(item.why);
    task.advice = persons::advice_on_mending(task.entry);
    if (item.record) task.records = {*item.record};
    task.place = item.mending.identity;
    task.column = item.mending.column;
    task.value = item.mending.value;
    tasks.push_back(std::move(task));
  }
}

// What somebody said who was unsure; with an empty id if nobody was.
base::Message doubt_on(const Judged& judged, const std::vector<std::uint32_t>& records) {
  const ledger::Decision* before = judged.unsure(records);
  if (before == nullptr) return {};
  const std::string who = before->by.empty() ? persons::short_name(before->place) : before->by;
  return before->reason.empty() ? message("{} was unsure", who)
                                : message("{} was unsure: {}", who, before->reason);
}

void add_pairs(const Outcome& outcome, const Judged& judged, GainOf gain, base::Progress& progress,
               std::vector<ReviewTask>& tasks) {
  std::vector<ReviewTask> unsure;
  for (const DoubtfulPair& pair : doubtful_pairs(outcome, progress, gain)) {
    ReviewTask task;
    task.records = {pair.left, pair.right};
    task.probability = pair.probability;
    task.weight_bits = pair.weight_bits;
    task.change = pair.change;
    task.gain = pair.gain;
    task.why = doubt_on(judged, task.records);
    (task.why.id.empty() ? tasks : unsure).push_back(std::move(task));
  }
  std::move(unsure.begin(), unsure.end(), std::back_inserter(tasks));
}

void add_unnamed(const Outcome& outcome, const Judged& judged, std::vector<ReviewTask>& tasks) {
  for (std::uint32_t at = 0; at < outcome.link.is_linkable.size(); ++at) {
    if (outcome.link.is_linkable[at] || !outcome.in_scope[at] || judged.unsure({at}) != nullptr)
      continue;
    ReviewTask task;
    task.kind = TaskKind::unnamed;
    task.records = {at};
    task.why = message("no cell names this person, so the record is joined with no other");
    task.advice = message(
        "if the row is no victim, answer: out of scope; if the name is known, "
        "write it into the list");
    tasks.push_back(std::move(task));
  }
}

std::string row_place(const std::string& list, std::int64_t row) {
  return list + ":#" + std::to_string(row);
}

void add_refused(const Outcome& outcome, std::vector<ReviewTask>& tasks) {
  for (const ListReport& list : outcome.lists) {
    for (const tables::RefusedRow& refused : list.refused_rows) {
      ReviewTask task;
      task.kind = TaskKind::refused_row;
      task.place = row_place(list.name, refused.row);
      task.why = refused.reason;
      task.advice = message("if this row is somebody, correct it in the list and ingest again");
      tasks.push_back(std::move(task));
    }
  }
}

using Place = std::pair<std::string, std::int64_t>;  // list and row

// The records that stand in the rows of bad cells.
std::map<Place, std::uint32_t> records_in(const Outcome& outcome) {
  std::set<Place> wanted;
  for (const ListReport& list : outcome.lists) {
    for (const record::BadCell& cell : list.bad_cells) wanted.emplace(cell.list, cell.row);
  }
  std::map<Place, std::uint32_t> found;
  if (wanted.empty()) return found;
  for (std::uint32_t at = 0; at < outcome.link.person_of.size(); ++at) {
    Place place(outcome.records.lists[outcome.records.list_of[at]].name, outcome.records.rows[at]);
    if (wanted.contains(place)) found.emplace(std::move(place), at);
  }
  return found;
}

bool is_nobody(const Outcome& outcome, std::uint32_t record) {
  return std::binary_search(outcome.no_person.begin(), outcome.no_person.end(), record);
}

void add_cell(const Outcome& outcome, const record::BadCell& cell,
              const std::map<Place, std::uint32_t>& records, std::vector<ReviewTask>& tasks) {
  ReviewTask task;
  task.kind = TaskKind::bad_cell;
  const auto found = records.find({cell.list, cell.row});
  if (found != records.end() && is_nobody(outcome, found->second)) return;
  if (found != records.end()) task.records = {found->second};
  task.place = row_place(cell.list, cell.row);
  task.why = cell.reason;
  task.advice = cell.advice;
  task.column = cell.column;
  task.value = cell.value;
  tasks.push_back(std::move(task));
}

void add_cells(const Outcome& outcome, std::vector<ReviewTask>& tasks) {
  const std::map<Place, std::uint32_t> records = records_in(outcome);
  for (const ListReport& list : outcome.lists) {
    for (const record::BadCell& cell : list.bad_cells) add_cell(outcome, cell, records, tasks);
  }
  for (const record::BadCell& cell : outcome.bad_case_cells) add_cell(outcome, cell, {}, tasks);
}

// Which records hang together by pairs in doubt.
class Groups {
 public:
  explicit Groups(const std::vector<ReviewTask>& tasks) {
    for (const ReviewTask& task : tasks) {
      if (is_open(task)) join(task.records[0], task.records[1]);
    }
    std::vector<std::uint32_t> known;
    for (const auto& [record, parent] : parent_) known.push_back(record);
    for (const std::uint32_t record : known) members_[root(record)].insert(record);
  }
  static bool is_open(const ReviewTask& task) {
    return task.kind == TaskKind::pair && task.why.id.empty();
  }
  // None where the pair stays a pair.
  [[nodiscard]] const RecordSet* of(const ReviewTask& task) {
    if (!is_open(task)) return nullptr;
    const RecordSet& members = members_.at(root(task.records[0]));
    return members.size() > 2 && members.size() <= records_of_a_task_max ? &members : nullptr;
  }

 private:
  std::uint32_t root(std::uint32_t record) {
    for (;;) {
      const std::uint32_t parent = parent_.try_emplace(record, record).first->second;
      if (parent == record) return record;
      record = parent_[record] = parent_[parent];
    }
  }
  void join(std::uint32_t one, std::uint32_t other) {
    const std::uint32_t left = root(one), right = root(other);
    parent_[std::max(left, right)] = std::min(left, right);
  }

  std::unordered_map<std::uint32_t, std::uint32_t> parent_;
  std::unordered_map<std::uint32_t, RecordSet> members_;  // of a root
};

}  // namespace

std::vector<ReviewTask> grouped(const Outcome& outcome,
                                const std::vector<ledger::Decision>& decisions,
                                std::vector<ReviewTask> tasks) {
  const Judged judged(outcome, decisions);
  Groups groups(tasks);
  std::set<const RecordSet*> seen;
  std::vector<ReviewTask> kept, unsure;
  std::size_t pairs_end = 0;  // in `kept`: behind the pairs
  for (ReviewTask& task : tasks) {
    const RecordSet* group = groups.of(task);
    if (group != nullptr) {
      if (!seen.insert(group).second) continue;
      task.kind = TaskKind::person;
      task.records.assign(group->begin(), group->end());
      task.probability = task.weight_bits = 0;
      task.why = doubt_on(judged, task.records);
    }
    const bool is_doubt = task.kind == TaskKind::pair || task.kind == TaskKind::person;
    if (group != nullptr && !task.why.id.empty()) {
      unsure.push_back(std::move(task));
      continue;
    }
    kept.push_back(std::move(task));
    if (is_doubt || kept.back().kind == TaskKind::setback) pairs_end = kept.size();
  }
  kept.insert(kept.begin() + static_cast<std::ptrdiff_t>(pairs_end),
              std::make_move_iterator(unsure.begin()), std::make_move_iterator(unsure.end()));
  return kept;
}

std::vector<ReviewTask> review_queue(const Outcome& outcome,
                                     const std::vector<ledger::Decision>& decisions,
                                     base::Progress& progress, GainOf gain) {
  const Judged judged(outcome, decisions);
  std::vector<ReviewTask> tasks;
  add_setbacks(outcome, tasks);
  add_mendings(outcome, tasks);
  add_pairs(outcome, judged, gain, progress, tasks);
  add_unnamed(outcome, judged, tasks);
  add_refused(outcome, tasks);
  add_cells(outcome, tasks);
  return tasks;
}

std::string task_word(TaskKind kind, const base::Catalog& catalog) {
  switch (kind) {
    case TaskKind::setback:
      return catalog.say("a decision to look at again");
    case TaskKind::pair:
      return catalog.say("one person or two?");
    case TaskKind::person:
      return catalog.say("who of these is one person?");
    case TaskKind::unnamed:
      return catalog.say("a record without a name");
    case TaskKind::refused_row:
      return catalog.say("a row that was not read");
    case TaskKind::bad_cell:
      break;
  }
  return catalog.say("a cell that was not read");
}

std::string_view task_name(TaskKind kind) {
  switch (kind) {
    case TaskKind::setback:
      return "setback";
    case TaskKind::pair:
      return "pair";
    case TaskKind::person:
      return "person";
    case TaskKind::unnamed:
      return "unnamed";
    case TaskKind::refused_row:
      return "row";
    case TaskKind::bad_cell:
      break;
  }
  return "cell";
}

std::string task_reason(const ReviewTask& task, const base::Catalog& catalog) {
  const std::string why = task.why.id.empty() ? "" : catalog.say(task.why);
  return task.column.empty() ? why : task.column + " = " + task.value + ": " + why;
}

}  // namespace sanaq::investigation
