// The pairs of the chosen rules, compared once. While their patterns are counted, those pairs are
// kept that may be worth weighing with the model that is then learnt.
//
// A pair is dropped if its weight by the earlier model is far too low. Afterwards each pattern is
// checked with the learnt model; if it does not agree, or if too many pairs would have been kept,
// the pairs are visited again. Either way the same pairs are weighed.
#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <vector>

#include "sanaq/link/blocking.h"
#include "sanaq/link/pair_model.h"
#include "sanaq/link/pair_scorer.h"
#include "sanaq/link/pattern_counts.h"

namespace sanaq::link {

struct KeptPair {
  std::uint32_t left = 0, right = 0;
  std::uint64_t levels = 0;  // four bits for each feature, none of them open
};

class KeptPairs {
 public:
  // The natural log of m/u below which a pair is of no use, by PairSpace::is_within.
  using Least = std::array<double, 2>;

  // `pairs` is about how many will be visited; if they are few, all are kept. At most pairs_most
  // are kept, of 16 bytes each.
  KeptPairs(const PairModel& before, const Least& least, const PairSpace& space,
            Comparers& comparers, double pairs, std::size_t pairs_most);

  void expect(std::size_t pieces) { pieces_.resize(pieces); }  // as PieceVisitor::expect
  // Takes the pairs of a piece, on the thread that visits it, each with the number of its pattern
  // in this thread's counts.
  using Take = std::function<void(std::span<const MetPair>, std::span<const std::uint32_t>)>;
  [[nodiscard]] Take begin(std::size_t piece);

  // Returns true if every pair is here whose weight by the learnt model is at least `least`.
  // `counts` has the patterns of all pairs that were visited.
  [[nodiscard]] bool holds_all(const PairModel& learnt, const Least& least,
                               const PatternCounts& counts);

  // They are the same on any number of threads if holds_all is true.
  [[nodiscard]] const std::vector<std::vector<KeptPair>>& pieces() const { return pieces_; }
  // Returns the number of pairs that were visited.
  [[nodiscard]] std::int64_t visited() const { return visited_; }

 private:
  // One for each thread.
  struct Screen {
    PairScorer scorer;
    std::vector<PairScorer::OfPattern> patterns{};  // by number
    std::vector<bool> is_known{};                   // the same
    const PairScorer::OfPattern& pattern(std::uint32_t number, const MetPair& pair,
                                         const PairSpace& space);
  };
  void take(std::span<const MetPair> pairs, std::span<const std::uint32_t> patterns, Screen& screen,
            std::vector<KeptPair>& kept) const;

  PairModel before_;
  Least least_;
  const PairSpace* space_;
  Comparers* comparers_;
  std::size_t pairs_most_;
  Workers::PerThread<Screen> screens_;
  std::vector<std::vector<KeptPair>> pieces_;
  std::atomic<std::int64_t> visited_ = 0;
  std::atomic<std::size_t> kept_ = 0;
  std::atomic<bool> is_full_ = false;
};

}  // namespace sanaq::link
