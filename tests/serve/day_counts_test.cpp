#include "sanaq/serve/day_counts.h"

#include <gtest/gtest.h>

namespace sanaq::serve {
namespace {

TEST(DayCounts, ADayIsToldOnceItIsOver) {
  DayCounts counts;
  EXPECT_FALSE(counts.finished("2026-11-30").has_value());
  counts.count(&DayCount::pages);
  counts.count(&DayCount::pages);
  counts.count(&DayCount::limited);
  EXPECT_FALSE(counts.finished("2026-11-30").has_value());
  const auto day = counts.finished("2026-12-01");
  ASSERT_TRUE(day.has_value());
  EXPECT_EQ("2026-11-30", day->day);
  EXPECT_EQ(2, day->pages);
  EXPECT_EQ(1, day->limited);
  EXPECT_EQ(0, counts.now().pages);
  EXPECT_EQ("2026-12-01", counts.now().day);
}

}  // namespace
}  // namespace sanaq::serve
