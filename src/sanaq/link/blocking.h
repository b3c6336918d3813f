// The pairs that rules find, in block order, each once.
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

// Counts the pairs that a rule finds (a pair that shares two values of a key counts twice); in long
// lists from a sample of records.
class PairCounter {
 public:
  PairCounter(const std::vector<Key>& keys, const PairSpace& space, Workers& workers,
              base::Progress& progress);
  [[nodiscard]] double count(const Rule& rule) const;

 private:
  double share_;  // the share of the records that are in the sample
  double all_pairs_;
  std::vector<std::uint32_t> list_of_;  // of the records in the sample; no list: 0 for all
  std::vector<bool> one_per_person_;
  std::vector<Key> keys_;  // of the records in the sample
};

// A pair that a rule finds. Bit f of `fields` says that some rule without feature f finds it too.
// `levels` has four bits for each feature (pattern_counts.h); for the features in `open`, as bits,
// it has the value of open_as.
struct MetPair {
  std::uint32_t left = 0, right = 0, fields = 0, open = 0;
  std::uint64_t levels = 0;
};
// Takes several pairs at once.
using Visit = std::function<void(std::span<const MetPair>)>;
// Pairs are visited in pieces, which are divided among the threads; a piece has the same pairs, in
// the same order, on any number of threads.
struct PieceVisitor {
  // Called now and then, before the pieces: they are numbered below this.
  std::function<void(std::size_t)> expect;
  // Called with the piece and the rule whose pairs it has, on the thread that visits the piece.
  std::function<Visit(std::size_t, std::size_t)> begin;
  // For each feature, the value in place of a level that only the letters tell, so that they need
  // not be looked at; no_level if they are. If it is empty, they always are.
  std::vector<std::uint64_t> open_as = {};
  // Only the pairs of this many first rules are visited; of the other rules only the features that
  // they leave out are used.
  std::size_t rules_most = ~std::size_t{0};
};

// Visits every pair once, for the first rule that finds it; if a rule has fewer probes than
// records, only those of its pairs that contain a probe. Records that may not be linked are left
// out, and so are pairs that cannot be one person.
void visit_pairs(const std::vector<Rule>& rules, const std::vector<Key>& keys,
                 const PairSpace& space, const std::vector<bool>& is_linkable, Comparers& comparers,
                 Workers& workers, base::Progress& progress, const PieceVisitor& visitor);

}  // namespace sanaq::link
