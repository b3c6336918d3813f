// The pairs that rules bring together, in block order, each once; and which rules to take when the
// user names none.
#pragma once
#include <functional>
#include <span>

#include "sanaq/base/progress.h"
#include "sanaq/link/block_rules.h"
#include "sanaq/link/em.h"
#include "sanaq/link/parallel.h"

namespace sanaq::link {

using Comparers = Workers::PerThread<Comparer>;

// Pairs that a rule brings together, counted (a pair that shares two values of a key counts twice).
[[nodiscard]] double count_pairs(const Rule& rule, const std::vector<Key>& keys,
                                 std::size_t record_count);

// Bit f of `fields`: some rule that does not use feature f finds the pair too.
struct MetPair {
  std::uint32_t left = 0, right = 0, fields = 0;
};
// Takes some pairs at once, so that memory may be asked for those that come next.
using Visit = std::function<void(std::span<const MetPair>)>;
// Pairs are visited in pieces, which the threads share; a piece holds the same pairs, in the same
// order, on any number of threads.
struct PieceVisitor {
  std::function<void(std::size_t)> expect;  // told now and then, before: pieces come up to here
  std::function<Visit(std::size_t)> begin;  // asked, on the thread that visits the piece
};

// Every pair once, for the first rule that finds it. Records that may not be linked are left out.
void visit_pairs(const std::vector<Rule>& rules, const std::vector<Key>& keys,
                 const std::vector<bool>& is_linkable, std::size_t feature_count, Workers& workers,
                 base::Progress& progress, const PieceVisitor& visitor);

// Rules on whole values, fewest pairs first: enough to see what matches look like.
[[nodiscard]] std::vector<Rule> pilot_rules(const std::vector<Key>& keys, std::size_t record_count,
                                            Workers& workers, base::Progress& progress);

struct ChosenRules {
  std::vector<Rule> rules;
  double recall = 1;
};

// Greedy: the rules that cover most matches, drawn as the pilot saw them, for the pairs they cost.
[[nodiscard]] ChosenRules choose_rules(const std::vector<Rule>& pilot, const std::vector<Key>& keys,
                                       const Columns& columns, const PairModel& model,
                                       Comparers& comparers, std::uint64_t seed, Workers& workers,
                                       base::Progress& progress);

}  // namespace sanaq::link
