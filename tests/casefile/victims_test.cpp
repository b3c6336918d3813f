#include "sanaq/casefile/victims.h"

#include <gtest/gtest.h>

namespace sanaq::casefile {

TEST(Victims, ANumberBeforeWordsIsAGroup) {
  const auto read = read_victims({"5 unnamed men"}, {});
  ASSERT_EQ(read.victims.size(), 1U);
  EXPECT_EQ(read.victims[0].text, "unnamed men");
  EXPECT_EQ(*read.victims[0].count, (Range{5, 5}));
  EXPECT_EQ(*read_victims({"5-7 workers"}, {}).victims[0].count, (Range{5, 7}));
}

TEST(Victims, TheSameNumberInBothCellsCountsOnce) {
  const auto read = read_victims({"5 unnamed men"}, Range{5, 5});
  ASSERT_EQ(read.victims.size(), 1U);
  EXPECT_EQ(*read.victims[0].count, (Range{5, 5}));
}

TEST(Victims, ANameIsAPersonAndACountAboveOneAGroup) {
  EXPECT_FALSE(read_victims({"Invented Name"}, {}).victims[0].count);
  EXPECT_FALSE(read_victims({"Invented Name"}, Range{1, 1}).victims[0].count);
  EXPECT_FALSE(read_victims({"hospital:12"}, {}).victims[0].count);
  EXPECT_EQ(*read_victims({"strikers"}, Range{3, 3}).victims[0].count, (Range{3, 3}));
  EXPECT_EQ(*read_victims({"неизвестный мужчина"}, {}).victims[0].count, (Range{1, 1}));
  EXPECT_EQ(*read_victims({}, Range{2, 4}).victims[0].count, (Range{2, 4}));
}

TEST(Victims, OfSeveralNamesTheRestIsUnnamed) {
  const auto read = read_victims({"A. One", "B. Two"}, Range{5, 5});
  ASSERT_EQ(read.victims.size(), 3U);
  EXPECT_EQ(*read.victims[2].count, (Range{3, 3}));
  const auto few = read_victims({"A. One", "B. Two", "C. Three"}, Range{2, 2});
  EXPECT_TRUE(few.problem);
  EXPECT_EQ(few.victims.size(), 3U);
  EXPECT_EQ(read_victims({"A. One", "4 unnamed men"}, Range{5, 5}).victims.size(), 2U);
}

}  // namespace sanaq::casefile
