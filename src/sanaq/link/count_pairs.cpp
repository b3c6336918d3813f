#include "sanaq/link/count_pairs.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "sanaq/link/least_weights.h"

namespace sanaq::link {
namespace {

// Where no rule is a sample, its pairs need be visited only once.
std::unique_ptr<KeptPairs> pairs_to_keep(const PreparedRecords& records,
                                         const std::vector<Rule>& rules, const PairModel& before,
                                         Crew& crew) {
  constexpr std::size_t kept_most = 30000000;
  double pairs = 0;
  for (const Rule& rule : rules) {
    if (rule.probes < 1) return nullptr;
    pairs += rule.pairs;
  }
  return std::make_unique<KeptPairs>(before, least_weights(before), records.space, crew.comparers,
                                     pairs, kept_most);
}

// Visits the pairs of the first rules, `chosen` of them. Each sample's number is its rule's,
// from 1.
void visit_and_count(const PreparedRecords& records, const std::vector<Key>& keys,
                     const std::vector<Rule>& rules, std::size_t chosen, Crew& crew,
                     KeptPairs* kept, PatternCounts& counts) {
  Workers::PerThread<PatternCounts> parts([] { return std::make_unique<PatternCounts>(); });
  const auto begin = [&](std::size_t piece, std::size_t rule) -> Visit {
    const std::uint32_t sample = rules[rule].probes < 1 ? static_cast<std::uint32_t>(rule) + 1 : 0;
    return [&space = records.space, &part = parts.here(), &comparer = crew.comparers.here(), sample,
            take = kept != nullptr ? kept->begin(piece) : KeptPairs::Take(),
            patterns = std::vector<std::uint32_t>()](std::span<const MetPair> met) mutable {
      patterns.clear();
      for (const auto& [left, right, fields, open, levels] : met)
        patterns.push_back(
            part.add(comparer, levels, left, right, {fields, sample, space.group(left, right)}));
      if (take) take(met, patterns);
    };
  };
  visit_pairs(rules, keys, records.space, records.columns.is_linkable, crew.comparers, crew.workers,
              crew.progress,
              {[kept](std::size_t pieces) {
                 if (kept != nullptr) kept->expect(pieces);
               },
               begin,
               {},
               chosen});
  parts.each([&](const PatternCounts& part) { counts.add(part); });
  for (std::size_t rule = 0; rule < chosen; ++rule) {
    if (rules[rule].probes < 1)
      counts.weigh(static_cast<std::uint32_t>(rule) + 1, rules[rule].weight());
  }
}

void count_known(const PreparedRecords& records, const std::vector<Key>& keys,
                 const std::vector<Rule>& rules, const KnownPair& known, Comparer& comparer,
                 PatternCounts& counts) {
  std::array<std::int8_t, 32> levels{};
  comparer.compare(known.left, known.right, levels.data());
  const bool is_candidate = std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
    return meets(rule, keys, known.left, known.right);
  });
  counts.add_known(comparer, levels.data(), known, is_candidate,
                   records.space.group(known.left, known.right));
}

}  // namespace

CountedPairs count_pairs(const PreparedRecords& records, const std::vector<Key>& keys,
                         const std::vector<Rule>& rules, LearningPairs learning,
                         const PairModel& before, Crew& crew) {
  CountedPairs counted;
  counted.rules = rules;
  counted.rules.insert(counted.rules.end(), learning.rules().begin(), learning.rules().end());
  learning.leave_out(rules, keys, records.space, crew.workers, crew.progress);
  counted.counts = learning.count(records.space, static_cast<std::uint32_t>(rules.size()) + 1,
                                  crew.comparers, crew.workers, crew.progress);
  learning = LearningPairs();  // before others need the memory
  counted.kept = pairs_to_keep(records, rules, before, crew);
  visit_and_count(records, keys, counted.rules, rules.size(), crew, counted.kept.get(),
                  counted.counts);
  for (const KnownPair& known : records.known_pairs)
    count_known(records, keys, rules, known, crew.comparers.here(), counted.counts);
  return counted;
}

}  // namespace sanaq::link
