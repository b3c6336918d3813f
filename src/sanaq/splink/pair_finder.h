// The pairs of pieces of blocks, screened, with the levels of those that are wanted.
#pragma once
#include <memory>
#include <unordered_map>
#include <vector>

#include "sanaq/splink/blocked_table.h"
#include "sanaq/splink/row_levels.h"
#include "sanaq/splink/weighed_pairs.h"

namespace sanaq::splink {

struct JoinedPair {
  std::uint32_t left = 0, right = 0;
  double bits = 0;
};

// How many pairs have each pattern.
class LevelCounts {
 public:
  explicit LevelCounts(const Weights& weights);
  void add(const Screened& screened, std::size_t slots);
  void add(const LevelCounts& others);
  struct Count {
    std::uint64_t pattern = 0, pairs = 0;
  };
  [[nodiscard]] std::vector<Count> counts() const;  // ascending patterns, none without pairs

 private:
  bool has_high_half_;
  std::vector<std::uint64_t> table_;  // by pattern, where there are not too many
  std::unordered_map<std::uint64_t, std::uint64_t> others_;
};

// What all threads share. One of three things is done with a pair.
struct PairTask {
  const Levels& levels;
  const Weights& weights;
  const BlockedTable& blocked;
  const std::vector<Blocks>& rules;      // the table's, or some of their blocks
  const std::vector<ScreenPlan>& plans;  // one a rule
  bool drops_earlier = true;             // pairs that an earlier rule found
  double join_bits = 0;                  // pairs to be joined
  double least_bits = 0;                 // pairs to be chosen
  PatternStore* store = nullptr;         // not null: all pairs are stored, none is chosen
  bool counts = false;                   // patterns are counted, nothing is joined or kept
};

struct FoundPairs {
  PairSlabs chosen;
  std::vector<JoinedPair> joined;
  std::int64_t candidates = 0;
};

// One for each thread; buffers are used again.
class PairFinder {
 public:
  explicit PairFinder(const PairTask& task);
  void find(const Piece& piece, FoundPairs& found);
  [[nodiscard]] const LevelCounts& counts() const { return counts_; }

 private:
  void take_rows(const Piece& window);
  void weigh(const Piece& window, FoundPairs& found);
  void weigh_rows(const ScreenPlan& plan, std::size_t pairs, FoundPairs& found);
  void find_met();
  void take(std::uint64_t pattern, std::uint32_t left, std::uint32_t right, FoundPairs& found);

  const PairTask& task_;
  RowLevels rows_;
  LevelCounts counts_;
  float screened_from_ = 0;
  std::span<const std::uint32_t> records_;  // of the rows laid out
  std::vector<std::pair<std::size_t, std::uint32_t*>> cells_;
  std::vector<std::vector<std::uint32_t>> forbidden_;
  std::vector<const std::uint32_t*> forbidden_at_;
  std::vector<RightRow> right_;
  std::vector<JoinedPair> joined_;  // of the piece
  std::size_t rule_ = 0;            // of the piece
  bool may_be_met_ = false;         // in another block, of a rule that explodes lists
  std::vector<std::uint32_t> block_of_right_, met_;
  std::size_t slot_ = 0;
};

}  // namespace sanaq::splink
