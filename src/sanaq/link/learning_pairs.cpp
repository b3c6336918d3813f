#include "sanaq/link/learning_pairs.h"

#include <utility>

#include "sanaq/link/comparer.h"
#include "sanaq/link/rule_rows.h"

namespace sanaq::link {

LearningPairs::LearningPairs(std::vector<Rule> rules, const std::vector<Key>& keys,
                             const PairSpace& space, const std::vector<bool>& is_linkable,
                             Comparers& comparers, Workers& workers, base::Progress& progress)
    : rules_(std::move(rules)) {
  const auto begin = [&](std::size_t piece, std::size_t rule) -> Visit {
    return [&kept = pieces_[piece],
            rule = static_cast<std::uint32_t>(rule)](std::span<const MetPair> pairs) {
      for (const MetPair& pair : pairs)
        kept.push_back({pair.left, pair.right, pair.fields, rule, pair.levels});
    };
  };
  visit_pairs(rules_, keys, space, is_linkable, comparers, workers, progress,
              {[&](std::size_t pieces) { pieces_.resize(pieces); }, begin});
}

void LearningPairs::leave_out(const std::vector<Rule>& others, const std::vector<Key>& keys,
                              const PairSpace& space, Workers& workers, base::Progress& progress) {
  const RuleKeys of_others(others, keys, space, 0);
  workers.each(pieces_.size(), progress, [&](std::size_t piece) {
    std::erase_if(pieces_[piece], [&](const LearningPair& pair) {
      return of_others.has_rule_for(pair.left, pair.right);
    });
  });
}

PatternCounts LearningPairs::count(const PairSpace& space, std::uint32_t first_sample,
                                   Comparers& comparers, Workers& workers,
                                   base::Progress& progress) const {
  Workers::PerThread<PatternCounts> parts([] { return std::make_unique<PatternCounts>(); });
  workers.each(pieces_.size(), progress, [&](std::size_t piece) {
    PatternCounts& counts = parts.here();
    Comparer& comparer = comparers.here();
    for (const LearningPair& pair : pieces_[piece]) {
      const std::uint32_t sample = rules_[pair.rule].probes < 1 ? first_sample + pair.rule : 0;
      counts.add(comparer, pair.levels, pair.left, pair.right,
                 {pair.fields, sample, space.group(pair.left, pair.right)});
    }
  });
  PatternCounts counts;
  parts.each([&](const PatternCounts& part) { counts.add(part); });
  for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
    if (rules_[rule].probes < 1)
      counts.weigh(first_sample + static_cast<std::uint32_t>(rule), rules_[rule].weight());
  }
  return counts;
}

}  // namespace sanaq::link
