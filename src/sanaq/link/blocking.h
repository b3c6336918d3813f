// The pairs that rules bring together, in block order, each once.
#pragma once
#include <functional>
#include <span>

#include "sanaq/base/progress.h"
#include "sanaq/link/block_rules.h"
#include "sanaq/link/comparer.h"
#include "sanaq/link/pair_space.h"
#include "sanaq/link/parallel.h"

namespace sanaq::link {

using Comparers = Workers::PerThread<Comparer>;

// Pairs that a rule brings together, counted (a pair that shares two values of a key counts twice):
// of long lists by a sample of records.
class PairCounter {
 public:
  PairCounter(const std::vector<Key>& keys, const PairSpace& space, Workers& workers,
              base::Progress& progress);
  [[nodiscard]] double count(const Rule& rule) const;

 private:
  double share_;  // of the records that are in the sample
  double all_pairs_;
  std::vector<std::uint32_t> list_of_;  // of the records in the sample; no list: 0 for all
  std::vector<bool> one_per_person_;
  std::vector<Key> keys_;  // of the records in the sample
};

// Bit f of `fields`: some rule that does not use feature f finds the pair too. `levels`: four bits
// a feature (pattern_counts.h); of those of `open`, as bits, what open_as says stands there.
struct MetPair {
  std::uint32_t left = 0, right = 0, fields = 0, open = 0;
  std::uint64_t levels = 0;
};
// Takes some pairs at once.
using Visit = std::function<void(std::span<const MetPair>)>;
// Pairs are visited in pieces, which the threads share; a piece holds the same pairs, in the same
// order, on any number of threads.
struct PieceVisitor {
  std::function<void(std::size_t)> expect;  // told now and then, before: pieces come up to here
  // Asked with the piece and the rule whose pairs it holds, on the thread that visits the piece.
  std::function<Visit(std::size_t, std::size_t)> begin;
  // By feature: what stands for a level that only the letters tell, so that they need not be looked
  // at; no_level: they are. Empty: always.
  std::vector<std::uint64_t> open_as = {};
  // The pairs of so many rules, the first ones, are visited; of the others it is only asked which
  // fields they leave out.
  std::size_t rules_most = ~std::size_t{0};
};

// Every pair once, for the first rule that finds it; of a rule with fewer probes than records,
// those of its pairs that have a probe among the two. Records that may not be linked are left out,
// and pairs that cannot be one person.
void visit_pairs(const std::vector<Rule>& rules, const std::vector<Key>& keys,
                 const PairSpace& space, const std::vector<bool>& is_linkable, Comparers& comparers,
                 Workers& workers, base::Progress& progress, const PieceVisitor& visitor);

}  // namespace sanaq::link
