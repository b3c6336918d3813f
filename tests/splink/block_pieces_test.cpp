#include "sanaq/splink/block_pieces.h"

#include <gtest/gtest.h>

#include <numeric>

namespace sanaq::splink {
namespace {

Blocks blocks_of(const std::vector<std::uint32_t>& sizes) {
  Blocks blocks;
  blocks.starts = {0};
  for (const std::uint32_t size : sizes) blocks.starts.push_back(blocks.starts.back() + size);
  blocks.records.resize(blocks.starts.back());
  return blocks;
}

TEST(BlockPieces, EveryPairHasOneSlotAndLargeBlocksAreCut) {
  const std::vector<Blocks> rules{blocks_of({2, 3000, 40, 5}), blocks_of({}),
                                  blocks_of({700, 700, 700, 2})};
  const std::vector<Piece> pieces = cut_blocks(rules);
  EXPECT_GT(pieces.size(), 10u);
  std::size_t slot = 0;
  std::vector<double> pairs(rules.size());
  for (const Piece& piece : pieces) {
    EXPECT_EQ(piece.slot, slot);
    std::size_t here = 0;
    each_right_row(rules[piece.rule], piece, [&](std::size_t first, std::size_t right) {
      EXPECT_LT(first, right);
      here += right - first;
    });
    EXPECT_EQ(here, piece.slots);
    EXPECT_LE(here, 600000u);
    slot += here;
    pairs[piece.rule] += static_cast<double>(here);
  }
  for (std::size_t rule = 0; rule < rules.size(); ++rule)
    EXPECT_EQ(pairs[rule], rules[rule].pair_count());
}

}  // namespace
}  // namespace sanaq::splink
