#include "sanaq/intake/spool_files.h"

#include <gtest/gtest.h>

namespace sanaq::intake {
namespace {

TEST(SpoolFiles, NamesAreReadAsTheyAreWritten) {
  EXPECT_EQ(17, segment_number(segment_name(17)));
  EXPECT_TRUE(is_big_name(new_big_name()));
  EXPECT_NE(new_big_name(), new_big_name());
}

TEST(SpoolFiles, OtherNamesAreNone) {
  for (const char* const name : {"", "segment-", "segment-0", "segment-01", "segment--1",
                                 "segment-1x", "Segment-1", "segment-99999999999999999999"})
    EXPECT_FALSE(segment_number(name).has_value()) << name;
  for (const char* const name : {"big-", "big-1", "big-zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"})
    EXPECT_FALSE(is_big_name(name)) << name;
}

TEST(SpoolFiles, TheOneTimeIsLongAgo) { EXPECT_EQ(946684800, one_time().seconds); }

}  // namespace
}  // namespace sanaq::intake
