#include "sanaq/workspace/typed_day.h"

#include <gtest/gtest.h>

namespace sanaq::workspace {
namespace {

TEST(TypedDay, ReadsWhatPeopleWriteWithPoints) {
  EXPECT_EQ("2011-12-16", typed_day(" 16.12.2011 "));
  EXPECT_EQ("2011-02-01", typed_day("1.2.2011"));
  EXPECT_EQ("2011-12", typed_day("12.2011"));
  EXPECT_EQ("2011-12-16", typed_day("2011-12-16"));
  for (const char* other : {"", "2011", "16.12.11", "16 December", "1.2.3.2011", "..", "12."})
    EXPECT_EQ(other, typed_day(other));
}

}  // namespace
}  // namespace sanaq::workspace
