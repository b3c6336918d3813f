#include "sanaq/text/name_levels.h"

#include <gtest/gtest.h>

#include "sanaq/text/costs.h"

namespace sanaq::text {

TEST(WeighLevels, AddsThePublishedBits) {
  LevelCounts counts;
  counts.sound = 2;
  counts.weakest_bits = 6;
  EXPECT_NEAR(weigh_levels(counts), 3.39 + 2 * 0.31, 1e-12);
  counts.weakest_bits = 2.5;
  EXPECT_NEAR(weigh_levels(counts), 3.39 + 2 * 0.31 - 0.43 * 2, 1e-12);
  counts.one_script = true;
  EXPECT_NEAR(weigh_levels(counts), 3.39 + 2 * 0.31 - 0.43 * 2 - 1.09, 1e-12);
}

TEST(WeighLevels, AConflictCannotBeBoughtBack) {
  LevelCounts counts;
  counts.same = 7;
  counts.conflicts = 1;
  counts.severity_bits = -12;
  EXPECT_LT(weigh_levels(counts), 0);
  EXPECT_EQ(name_level(counts), NameLevel::differs);
}

TEST(WeighLevels, NothingToCompareIsNoMatch) {
  LevelCounts counts;
  counts.nothing_to_compare = true;
  counts.same = 3;
  EXPECT_EQ(weigh_levels(counts), -9);
  EXPECT_EQ(name_level(counts), NameLevel::differs);
}

TEST(NameLevel, FallsWithEveryFlaw) {
  LevelCounts counts;
  counts.same = 2;
  counts.identical = true;
  EXPECT_EQ(name_level(counts), NameLevel::same);
  counts.identical = false;
  EXPECT_EQ(name_level(counts), NameLevel::same_sound);
  counts.one_letter_off = 1;
  EXPECT_EQ(name_level(counts), NameLevel::one_letter_off);
  counts.missing = true;
  EXPECT_EQ(name_level(counts), NameLevel::part_missing);
  counts.conflicts = 1;
  EXPECT_EQ(name_level(counts), NameLevel::near);
  counts.severity_bits = -4;
  EXPECT_EQ(name_level(counts), NameLevel::differs);
}

}  // namespace sanaq::text
