#include "sanaq/splink/weighed_pairs.h"

#include <cmath>

namespace sanaq::splink {

void WeighedPairs::add(PairSlabs pairs) {
  if (pairs.size() == 0) return;
  count_ += pairs.size();
  chosen_.push_back(std::move(pairs));
}

// Levels are numbered as Splink does: -1 null, 0 the last, upwards to the first.
void WeighedPairs::unpack(std::uint64_t pattern, std::uint32_t left, std::uint32_t right,
                          link::Pair& pair) const {
  pair.left = left;
  pair.right = right;
  pair.weight_bits = weights_.bits(pattern, left, right);
  pair.probability = 1 / (1 + std::exp2(-pair.weight_bits));
  pair.levels.clear();
  for (std::size_t at = 0; at < weights_.comparison_count(); ++at) {
    const auto& levels = levels_->model().comparisons[at].levels;
    const std::size_t level = weights_.level(pattern, at);
    pair.levels.push_back(levels[level].is_null
                              ? std::int8_t{-1}
                              : static_cast<std::int8_t>(levels.size() - 1 - level));
  }
}

void WeighedPairs::each(const std::function<void(const link::Pair&)>& visit) const {
  link::Pair pair;
  for (const PairSlabs& piece : chosen_) {
    for (std::size_t at = 0; at < piece.size(); ++at) {
      const PackedPair& packed = piece.at(at);
      const std::uint64_t above =
          piece.pattern_above.empty() ? 0 : std::uint64_t{piece.pattern_above[at]} << 32;
      unpack(above | packed.pattern, packed.left, packed.right, pair);
      visit(pair);
    }
  }
  if (!blocks_) return;
  for (const Piece& piece : blocks_->pieces) {
    const Blocks& blocks = blocks_->rules[piece.rule];
    std::size_t slot = piece.slot;
    each_right_row(blocks, piece, [&](std::size_t first, std::size_t right) {
      for (std::size_t left = first; left < right; ++left, ++slot) {
        const std::uint64_t pattern = blocks_->patterns.at(slot);
        if (pattern == PatternStore::dropped) continue;
        unpack(pattern, blocks.records[left], blocks.records[right], pair);
        visit(pair);
      }
    });
  }
}

}  // namespace sanaq::splink
