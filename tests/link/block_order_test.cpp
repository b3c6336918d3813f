#include "sanaq/link/block_order.h"

#include <gtest/gtest.h>

namespace sanaq::link {
namespace {

TEST(BlockOrder, RecordsWhoseKeysAgreeStandTogetherInTheirOrder) {
  const Blocks blocks = make_blocks({{{2, 1, 2, 0, 2, 1}, 2}, {{1, 1, 1, 1, 2, 1}, 2}}, 6);
  EXPECT_EQ(blocks.records, (std::vector<std::uint32_t>{1, 5, 0, 2}));
  EXPECT_EQ(blocks.starts, (std::vector<std::uint32_t>{0, 2, 4}));
  EXPECT_EQ(blocks.block_of, (std::vector<std::uint32_t>{2, 1, 2, 0, 0, 1}));
  EXPECT_EQ(blocks.pair_count(), 2);
}

TEST(BlockOrder, WithoutPartsAllRecordsAreOneBlock) {
  EXPECT_EQ(make_blocks({}, 5).pair_count(), 10);
}

}  // namespace
}  // namespace sanaq::link
