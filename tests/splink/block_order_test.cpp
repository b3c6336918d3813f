#include "sanaq/splink/block_order.h"

#include <gtest/gtest.h>

namespace sanaq::splink {
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

TEST(BlockOrder, KeysOfManyLargePartsAreToldApart) {
  KeyPart part{{}, 4000000000U};
  for (std::uint32_t record = 0; record < 8; ++record) part.ids.push_back(3999999990U + record / 2);
  KeyPart last = part;
  last.ids[1] = 1;
  const Blocks blocks = make_blocks({part, part, last}, 8);
  EXPECT_EQ(blocks.records, (std::vector<std::uint32_t>{2, 3, 4, 5, 6, 7}));
  EXPECT_EQ(blocks.starts, (std::vector<std::uint32_t>{0, 2, 4, 6}));
}

TEST(BlockOrder, IdsMayBeThoseOfCodesAndRecordsLeftOutHaveNoKey) {
  const std::vector<std::uint32_t> codes{1, 2, 1, 2, 0};
  const Blocks blocks =
      make_blocks({{{0, 1, 1}, 1, &codes}}, 5, {false, true, false, false, false});
  EXPECT_EQ(blocks.records, (std::vector<std::uint32_t>{0, 2, 3}));
  EXPECT_TRUE(make_blocks({{{0, 1, 1}, 1, &codes}}, 5, {}, false).block_of.empty());
}

}  // namespace
}  // namespace sanaq::splink
