#include "sanaq/publish/log_batch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace sanaq::publish {
namespace {

LogLeaves leaves_called(const std::string& name, std::size_t count) {
  LogLeaves leaves;
  for (std::size_t at = 0; at < count; ++at) {
    const std::string of = name + std::to_string(at);
    leaves.push_back({log::sha256(of), of});
  }
  return leaves;
}

log::Hash padding(std::size_t number) { return log::sha256("pad " + std::to_string(number)); }

// The slow twin: one step after the other until everything has room.
std::size_t slow_batch_size(std::size_t open_count) {
  std::size_t size = 256;
  while (size < open_count + 1 + 64) size += 256;
  return size;
}

TEST(LogBatch, IsTheSmallestMultipleOf256ThatHoldsTheOpenOnesAnd64More) {
  EXPECT_EQ(batch_size(0), 256u);
  EXPECT_EQ(batch_size(191), 256u);
  EXPECT_EQ(batch_size(192), 512u);
  for (std::size_t count = 0; count < 2000; ++count)
    EXPECT_EQ(batch_size(count), slow_batch_size(count)) << count;
}

TEST(LogBatch, HowManyLeavesItAddsFollowsFromWhatIsOpenAlone) {
  for (const std::size_t open : {0u, 1u, 191u, 192u, 600u}) {
    for (const std::size_t closed : {0u, 1u, 500u}) {
      const LogLeaves batch =
          plan_batch(leaves_called("open", open), leaves_called("closed", closed), padding);
      EXPECT_EQ(batch.size() + 1, batch_size(open));  // and the publication's own
    }
  }
}

TEST(LogBatch, HoldsEveryOpenLeafAndTheOldestClosedOnesInTheOrderOfCommitments) {
  const LogLeaves open = leaves_called("open", 10), closed = leaves_called("closed", 500);
  const LogLeaves batch = plan_batch(open, closed, padding);
  std::set<std::string> of;
  for (const LogLeaf& leaf : batch) of.insert(leaf.of);
  for (const LogLeaf& leaf : open) EXPECT_TRUE(of.contains(leaf.of));
  for (std::size_t at = 0; at < closed.size(); ++at)
    EXPECT_EQ(of.contains(closed[at].of), at < batch.size() - open.size()) << at;
  EXPECT_TRUE(std::is_sorted(batch.begin(), batch.end(), [](const auto& left, const auto& right) {
    return left.commitment < right.commitment;
  }));
}

TEST(LogBatch, FillsWhatIsLeftWithPadding) {
  const LogLeaves batch = plan_batch(leaves_called("open", 3), leaves_called("closed", 2), padding);
  EXPECT_EQ(std::count_if(batch.begin(), batch.end(),
                          [](const LogLeaf& leaf) { return leaf.of == "pad"; }),
            250);
  std::set<log::Hash> distinct;
  for (const LogLeaf& leaf : batch) distinct.insert(leaf.commitment);
  EXPECT_EQ(distinct.size(), batch.size());
}

}  // namespace
}  // namespace sanaq::publish
