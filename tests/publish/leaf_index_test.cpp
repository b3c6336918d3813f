#include "sanaq/publish/leaf_index.h"

#include <gtest/gtest.h>

namespace sanaq::publish {
namespace {

using Numbers = std::vector<std::uint64_t>;

LogLeaves leaves_of(const std::vector<std::string>& words) {
  LogLeaves leaves;
  for (const std::string& of : words) leaves.push_back({log::sha256(of), of});
  return leaves;
}

}  // namespace

TEST(LeafIndex, FindsARowByWhereItStoodAndByWhatItSaid) {
  const LogLeaves leaves =
      leaves_of({"row:p1:c1", "pad", "w:7", "row:p1:c2", "row:p2:c1", "publication", "row:p1:c1"});
  const LeafIndex index(leaves);
  EXPECT_EQ(index.of("row:p1:c1"), (Numbers{0, 6}));
  EXPECT_EQ(index.newest_of("row:p1:c1"), 6U);
  EXPECT_EQ(index.of_place(place_word("row:p1:c9")), (Numbers{0, 3, 6}));
  EXPECT_EQ(index.of_cells(cells_word("row:p9:c1")), (Numbers{0, 4, 6}));
  EXPECT_EQ(index.of("w:7"), Numbers{2});
  EXPECT_EQ(index.of_cells(cells_word("w:7")), Numbers{});
  EXPECT_FALSE(index.newest_of("pad"));
  EXPECT_FALSE(index.newest_of("publication"));
}

TEST(LeafIndex, FindsTheFirstWithACommitment) {
  const LogLeaves leaves = leaves_of({"a:1", "b:1", "a:1"});
  const LeafIndex index(leaves);
  EXPECT_EQ(index.with_commitment(log::sha256("a:1")), 0U);
  EXPECT_EQ(index.with_commitment(log::sha256("b:1")), 1U);
  EXPECT_FALSE(index.with_commitment(log::sha256("c:1")));
}

}  // namespace sanaq::publish
