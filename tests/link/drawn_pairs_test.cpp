#include "sanaq/link/drawn_pairs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "sanaq/link/result.h"
#include "sanaq/num/rng.h"

namespace sanaq::link {
namespace {

std::vector<Marked> a_block(std::uint32_t size) {
  num::Rng rng(1, "tests.link.drawn_pairs");
  std::vector<Marked> block;
  for (std::uint32_t record = 0; record < size; ++record) block.push_back({rng.bits(), record});
  return block;
}

using Pair = std::pair<std::uint32_t, std::uint32_t>;

std::multiset<Pair> sorted(const std::vector<Pair>& pairs) {
  std::multiset<Pair> found;
  for (const auto& [left, right] : pairs)
    found.emplace(std::min(left, right), std::max(left, right));
  return found;
}

std::size_t not_in(const std::multiset<Pair>& some, const std::multiset<Pair>& others) {
  std::vector<Pair> only;
  std::set_difference(some.begin(), some.end(), others.begin(), others.end(),
                      std::back_inserter(only));
  return only.size();
}

TEST(DrawnPairs, WhereEveryPairIsWantedEachComesOnce) {
  const std::multiset<Pair> pairs = sorted(drawn_pairs(a_block(20), 1, 7));
  EXPECT_EQ(pairs.size(), 190u);
  EXPECT_EQ(std::set<Pair>(pairs.begin(), pairs.end()).size(), 190u);
  EXPECT_TRUE(drawn_pairs(a_block(1), 1, 7).empty());
  EXPECT_TRUE(drawn_pairs({}, 1, 7).empty());
}

TEST(DrawnPairs, AsLargeAShareAsIsWanted) {
  for (const double share : {0.001, 0.0137, 0.4}) {
    const std::vector<Pair> pairs = drawn_pairs(a_block(4000), share, 7);
    const double wanted = share * 4000 * 3999 / 2;
    EXPECT_NEAR(static_cast<double>(pairs.size()), wanted, 0.01 * wanted + 200) << share;
    for (const auto& [left, right] : pairs) ASSERT_NE(left, right);
  }
}

// Over many uses: every pair of five, a tenth of the time each.
TEST(DrawnPairs, EachAsOftenAsTheOthers) {
  std::map<Pair, int> met;
  constexpr int uses = 20000;
  std::size_t all = 0;
  for (std::uint64_t use = 0; use < uses; ++use) {
    for (const Pair& pair : sorted(drawn_pairs(a_block(5), 0.3, use))) {
      ++met[pair];
      ++all;
    }
  }
  EXPECT_NEAR(static_cast<double>(all), 0.3 * 10 * uses, 0.02 * 0.3 * 10 * uses);
  ASSERT_EQ(met.size(), 10u);
  for (const auto& [pair, times] : met)
    EXPECT_NEAR(times, static_cast<double>(all) / 10, 0.05 * static_cast<double>(all) / 10);
}

TEST(DrawnPairs, ARecordMoreLeavesNearlyAllPairsAsTheyWere) {
  for (const double share : {0.002, 0.05}) {
    const std::vector<Marked> more = a_block(1001);
    const std::vector<Marked> block(more.begin(), more.end() - 1);
    const std::multiset<Pair> before = sorted(drawn_pairs(block, share, 7)),
                              after = sorted(drawn_pairs(more, share, 7));
    // About 2 of each thousand pairs are the new record's, and as many were in its place.
    EXPECT_LT(not_in(after, before), before.size() / 150) << share;
    EXPECT_LT(not_in(before, after), before.size() / 150) << share;
  }
}

TEST(DrawnPairs, TheOrderOfTheRecordsIsNothing) {
  std::vector<Marked> block = a_block(300);
  const std::multiset<Pair> before = sorted(drawn_pairs(block, 0.05, 7));
  std::reverse(block.begin(), block.end());
  EXPECT_EQ(sorted(drawn_pairs(block, 0.05, 7)), before);
}

TEST(DrawnPairs, RecordsToDrawFromHaveAValueAndTheSmallestMarks) {
  const std::vector<Marked> found = records_to_draw_from({1, 0, 2, 1}, {30, 5, 10, 20});
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].record, 2u);
  EXPECT_EQ(found[1].record, 3u);
  EXPECT_EQ(found[2].record, 0u);
  const std::size_t many = (std::size_t{1} << 17) + 5;
  std::vector<std::uint64_t> marks(many);
  for (std::size_t record = 0; record < many; ++record) marks[record] = many - record;
  const std::vector<Marked> most = records_to_draw_from(std::vector<std::uint32_t>(many, 1), marks);
  EXPECT_EQ(most.size(), std::size_t{1} << 17);
  EXPECT_EQ(most.back().record, 5u);
}

}  // namespace
}  // namespace sanaq::link
