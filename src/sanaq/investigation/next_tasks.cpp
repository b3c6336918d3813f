#include "sanaq/investigation/next_tasks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "sanaq/base/sha256.h"
#include "sanaq/num/rng.h"
#include "sanaq/persons/agreed.h"

namespace sanaq::investigation {
namespace {

using ledger::Verdict;
using Names = std::vector<std::string>;

constexpr std::uint64_t one_random_in = 20, one_again_in = 50;
// What was answered just now would be remembered, or still stand among the last answers.
constexpr std::size_t answers_between = 12;
constexpr int tries_at_random = 1000;

Names sorted_names(Names names) {
  std::sort(names.begin(), names.end());
  return names;
}

// The number of each record that decisions name.
class Numbers {
 public:
  explicit Numbers(const std::vector<ledger::Decision>& standing) {
    for (const ledger::Decision& decision : standing) {
      for (const std::string& record : decision.records)
        numbers_.emplace(record, static_cast<std::uint32_t>(numbers_.size()));
    }
  }
  [[nodiscard]] std::size_t size() const { return numbers_.size(); }
  // None if a record is named by no decision.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> of(const Names& records) const {
    std::vector<std::uint32_t> numbers;
    for (const std::string& record : records) {
      const auto found = numbers_.find(record);
      if (found == numbers_.end()) return std::nullopt;
      numbers.push_back(found->second);
    }
    return numbers;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// What decisions in force have settled, the newest taken first.
class Settled {
 public:
  Settled(const std::vector<ledger::Decision>& standing, const Reviewer& who)
      : numbers_(standing),
        agreed_(numbers_.size()),
        is_out_(numbers_.size()),
        out_since_(numbers_.size()) {
    for (std::size_t at = standing.size(); at-- > 0;) {
      const ledger::Decision& decision = standing[at];
      if (!last_.try_emplace(sorted_names(decision.records), at).second) continue;
      const std::vector<std::uint32_t> records = *numbers_.of(decision.records);
      if (decision.verdict == Verdict::unsure) {
        (is_by(decision, who) ? unsure_ : unsure_of_others_).insert(sorted_names(decision.records));
      } else if (decision.verdict == Verdict::same || decision.verdict == Verdict::different) {
        (void)agreed_.take(decision.verdict, records);
      } else {
        for (const std::uint32_t record : records) {
          is_out_[record] = true;
          out_since_[record] = std::max(out_since_[record], at);
        }
      }
    }
    for (std::size_t at = 0; at < standing.size(); ++at) places_[short_name_of(standing[at])] = at;
  }

  [[nodiscard]] bool is_done(const QueueTask& task) {
    const Names records = sorted_names(task.records);
    if (task.kind == QueueKind::setback) {
      const auto last = last_.find(records);
      const auto entry = places_.find(task.entry);
      if (entry == places_.end()) return last != last_.end();
      return (last != last_.end() && last->second > entry->second) ||
             is_out_since(task.records, entry->second);
    }
    return unsure_.contains(records) || is_bound(records);
  }
  [[nodiscard]] bool was_unsure(const QueueTask& task) const {
    return unsure_of_others_.contains(sorted_names(task.records));
  }
  // The records of a group of which something is not known yet.
  [[nodiscard]] Names open_of(const Names& records) {
    Names open;
    for (const std::string& record : records) {
      if (!std::all_of(records.begin(), records.end(), [&](const std::string& other) {
            return record == other || is_known(record, other);
          }))
        open.push_back(record);
    }
    return open.empty() ? records : open;
  }

 private:
  static std::string short_name_of(const ledger::Decision& decision) {
    return decision.place.writer.substr(0, 8) + ":" + std::to_string(decision.place.seq);
  }
  // Whether of each two of the records it is known.
  bool is_bound(const Names& records) {
    for (std::size_t one = 0; one < records.size(); ++one) {
      for (std::size_t other = one + 1; other < records.size(); ++other) {
        if (!is_known(records[one], records[other])) return false;
      }
    }
    return true;
  }
  // One that is nobody's needs no answer.
  bool is_known(const std::string& one, const std::string& other) {
    if (is_out(one) || is_out(other)) return true;
    const auto pair = numbers_.of({one, other});
    return pair && (agreed_.root((*pair)[0]) == agreed_.root((*pair)[1]) ||
                    agreed_.are_apart((*pair)[0], (*pair)[1]));
  }
  // Whether one of the records was left out by a decision behind the one at `place`.
  [[nodiscard]] bool is_out_since(const Names& records, std::size_t place) const {
    return std::any_of(records.begin(), records.end(), [&](const std::string& record) {
      const auto number = numbers_.of({record});
      return number && is_out_[number->front()] && out_since_[number->front()] > place;
    });
  }
  [[nodiscard]] bool is_out(const std::string& record) const {
    const auto number = numbers_.of({record});
    return number && is_out_[number->front()];
  }

  Numbers numbers_;
  persons::Agreed agreed_;
  std::vector<bool> is_out_;
  std::vector<std::size_t> out_since_;  // the newest decision that leaves the record out
  std::map<Names, std::size_t> last_;
  std::map<std::string, std::size_t> places_;
  std::set<Names> unsure_, unsure_of_others_;
};

class Choosing {
 public:
  Choosing(const TaskQueue& queue, const std::vector<ledger::Decision>& standing,
           const Reviewer& who, std::uint64_t seed, const std::vector<Names>& skipped)
      : queue_(queue),
        who_(who),
        seed_(seed),
        settled_(standing, who),
        answered_(tasks_answered(standing, who)) {
    for (const Names& records : skipped) taken_.insert(sorted_names(records));
  }

  std::vector<NextTask> choose(std::size_t count) {
    std::vector<NextTask> chosen;
    for (std::uint64_t at = answered_.size(); chosen.size() < count; ++at) {
      std::optional<NextTask> next;
      if (is_slot(at, "random", one_random_in)) next = drawn(at);
      if (is_slot(at, "again", one_again_in)) next = asked_again(at);
      if (!next) next = of_most_gain();
      if (!next) break;
      taken_.insert(sorted_names(next->task.records));
      next->id = id_of(*next, at);
      const bool is_group = next->task.kind == QueueKind::person && next->chosen != "again";
      next->open = is_group ? settled_.open_of(next->task.records) : next->task.records;
      chosen.push_back(std::move(*next));
    }
    return chosen;
  }

 private:
  // A stream of this person's own.
  [[nodiscard]] num::Rng stream(const std::string& purpose, std::uint64_t index) const {
    return {seed_, "review." + purpose + "." + who_.writer + "." + who_.by, index};
  }
  [[nodiscard]] bool is_slot(std::uint64_t at, const std::string& purpose,
                             std::uint64_t one_in) const {
    return stream(purpose, at / one_in).below(one_in) == at % one_in;
  }
  [[nodiscard]] bool waits(const QueueTask& task) {
    return !taken_.contains(sorted_names(task.records)) && !settled_.is_done(task);
  }

  std::optional<NextTask> of_most_gain() {
    for (const bool is_unsure : {false, true}) {
      for (std::size_t at = 0; at < queue_.size(); ++at) {
        std::optional<QueueTask> task = queue_.task(at);
        if (task && settled_.was_unsure(*task) == is_unsure && waits(*task))
          return NextTask{std::move(*task), "", "gain", {}};
      }
    }
    return std::nullopt;
  }

  std::optional<QueueTask> waiting_doubt(std::size_t place) {
    std::optional<QueueTask> task = queue_.task(place);
    if (!task || task->kind == QueueKind::setback || !waits(*task)) return std::nullopt;
    return task;
  }

  std::optional<NextTask> drawn(std::uint64_t at) {
    if (queue_.is_empty()) return std::nullopt;
    num::Rng rng = stream("draw", at);
    for (int tried = 0; tried < tries_at_random; ++tried) {
      if (auto task = waiting_doubt(rng.below(queue_.size())))
        return NextTask{std::move(*task), "", "random", {}};
    }
    std::vector<std::size_t> waiting;  // few are left
    for (std::size_t place = 0; place < queue_.size(); ++place) {
      if (waiting_doubt(place)) waiting.push_back(place);
    }
    if (waiting.empty()) return std::nullopt;
    return NextTask{*queue_.task(waiting[rng.below(waiting.size())]), "", "random", {}};
  }

  // One that was not shown again yet, each as likely as any other.
  std::optional<NextTask> asked_again(std::uint64_t at) {
    std::set<Names> again;
    for (const AnsweredTask& answered : answered_) {
      if (answered.chosen == "again") again.insert(answered.records);
    }
    std::vector<const AnsweredTask*> possible;
    for (std::size_t before = 0; before + answers_between < answered_.size(); ++before) {
      const AnsweredTask& answered = answered_[before];
      if (answered.records.size() >= 2 && !again.contains(answered.records) &&
          !taken_.contains(answered.records))
        possible.push_back(&answered);
    }
    if (possible.empty()) return std::nullopt;
    const AnsweredTask& answered = *possible[stream("repeat", at).below(possible.size())];
    QueueTask task;
    task.kind = answered.records.size() == 2 ? QueueKind::pair : QueueKind::person;
    task.records = answered.records;
    task.why = "again";
    return NextTask{std::move(task), "", "again", {}};
  }

  [[nodiscard]] std::string id_of(const NextTask& next, std::uint64_t at) const {
    base::Sha256 hash;
    hash.add("sanaq task 1\n" + who_.writer + "\n" + who_.by + "\n" + std::to_string(at) + "\n" +
             next.chosen + "\n");
    for (const std::string& record : next.task.records) hash.add(record + "\n");
    return hash.hex().substr(0, 32);
  }

  const TaskQueue& queue_;
  const Reviewer& who_;
  std::uint64_t seed_;
  Settled settled_;
  std::vector<AnsweredTask> answered_;
  std::set<Names> taken_;
};

}  // namespace

bool is_by(const ledger::Decision& decision, const Reviewer& who) {
  return decision.place.writer == who.writer && decision.by == who.by;
}

std::vector<AnsweredTask> tasks_answered(const std::vector<ledger::Decision>& standing,
                                         const Reviewer& who) {
  std::vector<AnsweredTask> answered;
  std::map<std::string, std::size_t> places;
  for (const ledger::Decision& decision : standing) {
    const ledger::HowAsked& asked = decision.asked;
    if (asked.task.empty() || asked.chosen.empty() || !is_by(decision, who)) continue;
    const auto [place, is_new] = places.try_emplace(asked.task, answered.size());
    if (is_new) answered.push_back({asked.task, asked.chosen, asked.held, {}, {}});
    AnsweredTask& task = answered[place->second];
    task.entries.push_back(&decision);
    task.records.insert(task.records.end(), decision.records.begin(), decision.records.end());
  }
  for (AnsweredTask& task : answered) {
    task.records = sorted_names(std::move(task.records));
    task.records.erase(std::unique(task.records.begin(), task.records.end()), task.records.end());
  }
  return answered;
}

std::vector<NextTask> next_tasks(const TaskQueue& queue,
                                 const std::vector<ledger::Decision>& standing, const Reviewer& who,
                                 std::uint64_t seed, std::size_t count,
                                 const std::vector<std::vector<std::string>>& skipped) {
  return Choosing(queue, standing, who, seed, skipped).choose(count);
}

}  // namespace sanaq::investigation
