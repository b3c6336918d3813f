// The patterns of all pairs that a model is learnt from, counted; and the pairs themselves, as far
// as they are worth keeping until they are scored.
#pragma once
#include <memory>
#include <vector>

#include "sanaq/link/block_rules.h"
#include "sanaq/link/crew.h"
#include "sanaq/link/kept_pairs.h"
#include "sanaq/link/learning_pairs.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/pattern_counts.h"
#include "sanaq/link/prepared_records.h"

namespace sanaq::link {

struct CountedPairs {
  PatternCounts counts;             // with the pairs whose truth is known
  std::vector<Rule> rules;          // whose pairs were counted
  std::unique_ptr<KeptPairs> kept;  // none where a rule is but a sample: visit the pairs again
};

// Of the pairs that the rules find, some by samples (rules_to_learn_from), and of the learning
// pairs that they do not find. `before`: the model by which pairs are kept.
[[nodiscard]] CountedPairs count_pairs(const PreparedRecords& records, const std::vector<Key>& keys,
                                       const std::vector<Rule>& rules, LearningPairs learning,
                                       const PairModel& before, Crew& crew);

}  // namespace sanaq::link
