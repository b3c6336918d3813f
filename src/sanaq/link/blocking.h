// The pairs that rules bring together, in block order, each once; and which rules to take when the
// user names none.
#pragma once
#include <functional>

#include "sanaq/base/progress.h"
#include "sanaq/link/block_rules.h"
#include "sanaq/link/em.h"

namespace sanaq::link {

// Pairs that a rule brings together, counted (a pair that shares two values of a key counts twice).
[[nodiscard]] double count_pairs(const Rule& rule, const std::vector<Key>& keys,
                                 std::size_t record_count);

// Calls visit(left, right, fields) for every pair once, for the first rule that finds it. Bit f of
// `fields`: some rule that does not use feature f finds the pair too. Records that may not be
// linked are left out.
using Visit = std::function<void(std::uint32_t, std::uint32_t, std::uint32_t)>;
void visit_pairs(const std::vector<Rule>& rules, const std::vector<Key>& keys,
                 const std::vector<bool>& is_linkable, std::size_t feature_count,
                 base::Progress& progress, const Visit& visit);

// Rules on whole values, fewest pairs first: enough to see what matches look like.
[[nodiscard]] std::vector<Rule> pilot_rules(const std::vector<Key>& keys, std::size_t record_count);

struct ChosenRules {
  std::vector<Rule> rules;
  double recall = 1;
};

// Greedy: the rules that cover most matches, drawn as the pilot saw them, for the pairs they cost.
[[nodiscard]] ChosenRules choose_rules(const std::vector<Rule>& pilot, const std::vector<Key>& keys,
                                       const Columns& columns, const PairModel& model,
                                       Comparer& comparer, std::uint64_t seed,
                                       base::Progress& progress);

}  // namespace sanaq::link
