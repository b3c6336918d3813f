#include "sanaq/workspace/why_together.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "sanaq/persons/decisions.h"
#include "sanaq/workspace/person_known.h"

namespace sanaq::workspace {
namespace {

using PairOfRecords = std::pair<std::uint32_t, std::uint32_t>;

PairOfRecords in_order_of_records(std::uint32_t one, std::uint32_t other) {
  return {std::min(one, other), std::max(one, other)};
}

// For records of the same person: which decision says that two are one.
std::map<PairOfRecords, std::string> decided_same(const investigation::Outcome& outcome,
                                                  const std::vector<std::uint32_t>& records) {
  std::map<PairOfRecords, std::string> decided;
  const auto is_of_person = [&](std::uint32_t record) {
    return std::find(records.begin(), records.end(), record) != records.end();
  };
  for (const persons::Held& held : outcome.decisions_held) {
    if (held.verdict != ledger::Verdict::same || !is_of_person(held.records.front())) continue;
    for (std::size_t at = 0; at < held.records.size(); ++at) {
      for (std::size_t other = at + 1; other < held.records.size(); ++other)
        decided.emplace(in_order_of_records(held.records[at], held.records[other]),
                        persons::short_name(held.place));
    }
  }
  return decided;
}

std::vector<PairReason> reasons_of(const link::Model& model, const link::Pair& pair) {
  std::vector<PairReason> reasons;
  for (std::size_t at = 0; at < std::min(pair.levels.size(), model.comparisons.size()); ++at) {
    const link::Comparison& comparison = model.comparisons[at];
    const std::int8_t level = pair.levels[at];
    if (level < 0 || static_cast<std::size_t>(level) >= comparison.levels.size()) continue;
    const link::Level& found = comparison.levels[static_cast<std::size_t>(level)];
    reasons.push_back({comparison.column, found.label, found.weight_bits});
  }
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const PairReason& left, const PairReason& right) {
                     return std::abs(left.weight_bits) > std::abs(right.weight_bits);
                   });
  return reasons;
}

double weight_of(const PairTogether& pair) {
  return pair.pair == nullptr ? -std::numeric_limits<double>::infinity() : pair.pair->weight_bits;
}

}  // namespace

std::vector<PairTogether> why_together(const PersonsAtHand& all, const persons::Person& person) {
  const investigation::Outcome& outcome = all.outcome();
  std::vector<std::uint32_t> records;
  for (const std::uint32_t record : person.records) {
    if (!is_of_case_file(outcome, record)) records.push_back(record);
  }
  std::map<PairOfRecords, const link::Pair*> kept;
  for (const link::Pair* pair : all.pairs_of(person))
    kept.emplace(in_order_of_records(pair->left, pair->right), pair);
  if (records.size() <= records_told_pair_by_pair) {
    for (std::size_t at = 0; at < records.size(); ++at) {
      for (std::size_t other = at + 1; other < records.size(); ++other)
        kept.emplace(in_order_of_records(records[at], records[other]), nullptr);
    }
  }
  const auto decided = decided_same(outcome, records);
  std::vector<PairTogether> pairs;
  for (const auto& [both, pair] : kept) {
    PairTogether told{both.first, both.second, pair, false, "", {}};
    if (const auto found = decided.find(both); found != decided.end()) told.decided = found->second;
    const bool is_probable = pair != nullptr && pair->probability >= outcome.config.link.threshold;
    told.is_transitive = !is_probable && told.decided.empty();
    if (pair != nullptr) told.reasons = reasons_of(outcome.link.model, *pair);
    pairs.push_back(std::move(told));
  }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const PairTogether& left, const PairTogether& right) {
                     return std::tuple(left.is_transitive, -weight_of(left)) <
                            std::tuple(right.is_transitive, -weight_of(right));
                   });
  return pairs;
}

}  // namespace sanaq::workspace
