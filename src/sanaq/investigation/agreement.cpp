#include "sanaq/investigation/agreement.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace sanaq::investigation {
namespace {

using ledger::Verdict;

// What was said of which records, whatever the order of the entries.
std::multiset<std::pair<Verdict, std::vector<std::string>>> said_in(const AnsweredTask& task) {
  std::multiset<std::pair<Verdict, std::vector<std::string>>> said;
  for (const ledger::Decision* entry : task.entries) {
    std::vector<std::string> records = entry->records;
    std::sort(records.begin(), records.end());
    said.emplace(entry->verdict, std::move(records));
  }
  return said;
}

// "same", "different" or "unsure" where it is said of all the records; "" otherwise.
std::string word_of(const AnsweredTask& task) {
  if (task.entries.size() != 1) return "";
  switch (task.entries.front()->verdict) {
    case Verdict::same:
      return "same";
    case Verdict::different:
      return "different";
    case Verdict::unsure:
      return "unsure";
    default:
      return "";
  }
}

// The newest answer before it on these records; what is now said of one of them alone is asked of
// them all.
const AnsweredTask* answered_before(const std::vector<AnsweredTask>& answered, std::size_t at) {
  const std::vector<std::string>& records = answered[at].records;
  for (std::size_t before = at; before-- > 0;) {
    const std::vector<std::string>& own = answered[before].records;
    if (std::includes(own.begin(), own.end(), records.begin(), records.end()))
      return &answered[before];
  }
  return nullptr;
}

Agreement agreement_of(const std::vector<ledger::Decision>& standing, const Reviewer& who) {
  const std::vector<AnsweredTask> answered = tasks_answered(standing, who);
  Agreement found;
  found.who = who;
  found.answered = static_cast<std::int64_t>(answered.size());
  std::int64_t again = 0, as_before = 0, drawn = 0, as_threshold = 0;
  for (std::size_t at = 0; at < answered.size(); ++at) {
    const AnsweredTask& task = answered[at];
    const AnsweredTask* before = task.chosen == "again" ? answered_before(answered, at) : nullptr;
    if (before != nullptr) {
      ++again;
      as_before += said_in(task) == said_in(*before) ? 1 : 0;
    }
    if (task.chosen != "random" || task.held.empty()) continue;
    if (word_of(task) == "unsure") {
      ++found.unsure_drawn;
      continue;
    }
    ++drawn;
    as_threshold += word_of(task) == task.held ? 1 : 0;
  }
  found.as_before = wilson_rate(as_before, again);
  found.as_threshold = wilson_rate(as_threshold, drawn);
  return found;
}

}  // namespace

Rate wilson_rate(std::int64_t count, std::int64_t of) {
  if (of <= 0) return {};
  constexpr double z = 1.959963984540054;  // of 95 %
  const auto n = static_cast<double>(of);
  const double share = static_cast<double>(count) / n, square = z * z;
  const double middle = (share + square / (2 * n)) / (1 + square / n);
  const double half =
      z / (1 + square / n) * std::sqrt(share * (1 - share) / n + square / (4 * n * n));
  return {count, of, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::vector<Agreement> agreements(const std::vector<ledger::Decision>& standing) {
  std::vector<Reviewer> known;
  std::vector<Agreement> found;
  for (const ledger::Decision& decision : standing) {
    const Reviewer who{decision.place.writer, decision.by};
    if (decision.asked.task.empty() || decision.asked.chosen.empty() ||
        std::find(known.begin(), known.end(), who) != known.end())
      continue;
    known.push_back(who);
    found.push_back(agreement_of(standing, who));
  }
  return found;
}

}  // namespace sanaq::investigation
