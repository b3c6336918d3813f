// Pairs with the levels that a Splink model found, and what they weigh: of all pairs of the blocks
// a pattern each, of chosen pairs twelve bytes each.
#pragma once
#include <memory>
#include <vector>

#include "sanaq/link/model.h"
#include "sanaq/link/result.h"
#include "sanaq/splink/block_pieces.h"
#include "sanaq/splink/pattern_store.h"
#include "sanaq/splink/weights.h"

namespace sanaq::splink {

struct PackedPair {
  std::uint32_t left = 0, right = 0, pattern = 0;  // of the pattern the low half
};

// Pairs in slabs: growing copies nothing.
class PairSlabs {
 public:
  static constexpr std::size_t slab = 16384;

  void add(const PackedPair& pair) {
    if (count_ % slab == 0) slabs_.push_back(std::make_unique_for_overwrite<PackedPair[]>(slab));
    slabs_.back()[count_++ % slab] = pair;
  }
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] const PackedPair& at(std::size_t place) const {
    return slabs_[place / slab][place % slab];
  }

  std::vector<std::uint32_t> pattern_above;  // high halves; empty where there are none

 private:
  std::vector<std::unique_ptr<PackedPair[]>> slabs_;
  std::size_t count_ = 0;
};

// The pairs of whole blocks: a pair is where its pattern stands.
struct BlockPairs {
  std::vector<Blocks> rules;
  std::vector<Piece> pieces;
  PatternStore patterns;
  std::size_t count = 0;  // without those that are dropped
};

// Rule by rule, block by block. The table's columns must outlive it.
class WeighedPairs : public link::PackedPairs {
 public:
  WeighedPairs(std::shared_ptr<const Levels> levels, const Model& model)
      : levels_(std::move(levels)), weights_(*levels_, model) {}
  explicit WeighedPairs(const std::shared_ptr<const Levels>& levels)
      : WeighedPairs(levels, levels->model()) {}

  void add(PairSlabs pairs);
  void set(BlockPairs pairs) { blocks_ = std::make_unique<BlockPairs>(std::move(pairs)); }
  [[nodiscard]] std::size_t size() const override {
    return count_ + (blocks_ ? blocks_->count : 0);
  }
  void each(const std::function<void(const link::Pair&)>& visit) const override;
  [[nodiscard]] const Weights& weights() const { return weights_; }

 private:
  void unpack(std::uint64_t pattern, std::uint32_t left, std::uint32_t right,
              link::Pair& pair) const;

  std::shared_ptr<const Levels> levels_;
  Weights weights_;
  std::vector<PairSlabs> chosen_;
  std::size_t count_ = 0;  // of the chosen
  std::unique_ptr<BlockPairs> blocks_;
};

}  // namespace sanaq::splink
